-- What the project itself says of a host; of several rows the smallest counts.
insert into {work}.int_known_referrers (host, medium, source)
with numbered as (
    select
        host,
        medium,
        source,
        row_number() over (
            partition by host
            order by medium, source
        ) as place
    from {work}.int_referrers
    where reason is null
)

select
    host,
    medium,
    source
from numbered
where place = 1
