-- What the batch step packs: a folder a bucket, rows in any order.
unload ('select * from {work}.int_request_rows')
to {target}
{role}
format as json
partition by (bucket)
cleanpath
