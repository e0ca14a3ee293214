-- What the project itself says of a host goes before the public list.
delete from {work}.int_known_referrers
where host in (
    select host
    from {work}.int_referrers
    where reason is null
)
