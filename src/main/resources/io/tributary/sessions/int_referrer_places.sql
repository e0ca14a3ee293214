-- One row per referrer. What is known of it is known by its host and folder, by
-- its host, or by the nearest of the three domains above that.
insert into {work}.int_referrer_places (referrer, host, site, medium, source)
with referrers as (
    select distinct referrer
    from {work}.int_session_inputs
    where referrer is not null
        and session_id not in (
            select session_id
            from {work}.int_same_sessions
        )
),

origins as (
    select
        referrer,
        {origin} as origin
    from referrers
),

hosts as (
    select
        referrer,
        {host} as host,
        '/' || split_part({path}, '/', 2) as folder
    from origins
),

sites as (
    select
        referrer,
        host,
        case when left(host, 4) = 'www.' then substring(host, 5) else host end
            as site,
        folder
    from hosts
),

places as (
    select distinct
        site,
        folder
    from sites
    where site is not null
),

domains as (
    select
        site,
        folder,
        site as host,
        0 as above
    from places
    {#for above in parents}
    union all
    select
        site,
        folder,
        regexp_replace(site, {above.pattern}, '') as host,
        {above.number} as above
    from places
    {/for}
),

candidates as (
    select
        site,
        folder,
        host || folder as candidate,
        2 * above as distance
    from domains
    union all
    select
        site,
        folder,
        host as candidate,
        2 * above + 1 as distance
    from domains
),

found as (
    select
        candidates.site,
        candidates.folder,
        known.medium,
        known.source,
        row_number() over (
            partition by candidates.site, candidates.folder
            order by candidates.distance
        ) as place
    from candidates
    inner join {work}.int_known_referrers as known
        on candidates.candidate = known.host
)

select
    sites.referrer,
    sites.host,
    sites.site,
    found.medium,
    found.source
from sites
left join found
    on sites.site = found.site
    and sites.folder = found.folder
    and found.place = 1
