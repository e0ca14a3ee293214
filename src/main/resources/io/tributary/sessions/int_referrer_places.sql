-- One row per host and folder that is known: by itself, by its host, or by the
-- nearest of the three domains above that.
insert into {work}.int_referrer_places (referrer_place, medium, source)
with places as (
    select distinct
        referrer_place,
        split_part(referrer_place, '/', 1) as host,
        '/' || split_part(referrer_place, '/', 2) as folder
    from {work}.int_landings
    where referrer_place is not null
),

domains as (
    select
        referrer_place,
        host,
        folder,
        0 as above
    from places
    {#for above in parents}
    union all
    select
        referrer_place,
        regexp_replace(host, {above.pattern}, '') as host,
        folder,
        {above.number} as above
    from places
    {/for}
),

candidates as (
    select
        referrer_place,
        host || folder as candidate,
        2 * above as distance
    from domains
    union all
    select
        referrer_place,
        host as candidate,
        2 * above + 1 as distance
    from domains
),

found as (
    select
        candidates.referrer_place,
        known.medium,
        known.source,
        row_number() over (
            partition by candidates.referrer_place
            order by candidates.distance
        ) as place
    from candidates
    inner join {work}.int_known_referrers as known
        on candidates.candidate = known.host
)

select
    referrer_place,
    medium,
    source
from found
where place = 1
