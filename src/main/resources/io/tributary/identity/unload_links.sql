-- The identifiers of each event that has several, in any order.
unload ('select {numbers} from {work}.int_stitching_events where identifiers > 1')
to {target}
{role}
format as csv
cleanpath
