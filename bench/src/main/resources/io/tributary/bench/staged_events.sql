-- One row per event: texts of few and of many values, some missing, and numbers.
create table {work}.stg_events as
with digits as (
    select 0 as digit union all select 1 union all select 2 union all
    select 3 union all select 4 union all select 5 union all
    select 6 union all select 7 union all select 8 union all select 9
),

thousand as (
    select a.digit + 10 * b.digit + 100 * c.digit as n
    from digits as a
    cross join digits as b
    cross join digits as c
),

numbers as (
    select a.n + 1000 * b.n + 1000000::bigint * c.n as n
    from thousand as a
    cross join thousand as b
    cross join thousand as c
    where c.n < {events}::float8 / 1000000
        and a.n + 1000 * b.n + 1000000::bigint * c.n < {events}
),

dealt as (
    select
        n,
        strtol(left(md5(n::varchar), 8), 16) as one,
        strtol(substring(md5(n::varchar), 9, 8), 16) as two
    from numbers
)

select
    n as event_key,
    'crm' as source,
    'e' || n as event_id,
    'web' as source_id,
    't' || (one % 8) as type,
    '1' as version,
    dateadd(second, (two % 20000000)::int, '2023-01-01'::timestamp)
        as event_time,
    '{"t1":"color ' || (one % 7) || '","t2":"city ' || (two % 200)
        || '","t3":"sku-' || (one % 5000) || '","t4":"'
        || case when two % 3 = 0 then '' else 'plan ' || (two % 4) end
        || '","t5":"/page/' || (one % 900) || '/' || (two % 5)
        || '","n1":' || (one % 100) || ',"n2":' || (two % 10000) || '.5,"n3":"'
        || (one % 50) || '","n4":' || (two % 12) || ',"n5":' || (one % 3)
        || '}' as payload
from dealt
