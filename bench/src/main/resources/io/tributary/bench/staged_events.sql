-- One row per event: texts of few and of many values, some missing, and numbers.
create table {work}.stg_events as
with dealt as (
    select
        n,
        strtol(left(md5(n::varchar), 8), 16) as one,
        strtol(substring(md5(n::varchar), 9, 8), 16) as two
    from range({events}) as numbers(n)
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
