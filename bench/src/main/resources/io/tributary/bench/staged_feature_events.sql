-- One row per event of an event stream over a year: of 100 events 45 are tracks,
-- 30 pages, 5 identifies, 10 product_added, 5 checkout steps and 5 orders.
create table {work}.stg_events as
with dealt as (
    select
        n,
        strtol(left(md5(n::varchar), 8), 16) as one,
        strtol(substring(md5(n::varchar), 9, 8), 16) as two
    from range({events}) as numbers(n)
),

kinds as (
    select
        *,
        case
            when one % 100 < 45 then 'tracks'
            when one % 100 < 75 then 'pages'
            when one % 100 < 80 then 'identifies'
            when one % 100 < 90 then 'product_added'
            when one % 100 < 95 then 'checkout_step_completed'
            else 'order_completed'
        end as source
    from dealt
)

select
    n as event_key,
    source,
    'e' || n as event_id,
    null::varchar as source_id,
    source as type,
    null::varchar as version,
    dateadd(second, (two % 31536000)::int, '2023-01-01'::timestamp)
        as event_time,
    case source
        when 'identifies'
            then '{"gender":"' || case one % 3 when 0 then 'f' when 1 then 'm' else '' end
                || '","country":"C' || (two % 40)
                || '","state":"S' || (two % 90)
                || '","birthday":"19' || (50 + two % 50) || '-0' || (1 + one % 9)
                || '-1' || (one % 10)
                || '","email":"u' || n || '@mail' || (two % 20) || '.example'
                || '","device_type":"' || case two % 3 when 0 then 'iPhone' when 1 then 'Windows' else 'TV' end
                || '","campaign_source":"' || case one % 2 when 0 then 'news' else 'ads' end || '"}'
        when 'product_added'
            then '{"cart_id":"c' || (n / 3) || '","sku":"s' || (two % 3000)
                || '","category":"k' || (two % 30) || '"}'
        when 'checkout_step_completed'
            then '{"payment_method":"' || case two % 3 when 0 then 'visa' when 1 then 'paypal' else 'cash' end || '"}'
        when 'order_completed'
            then '{"order_id":"o' || n || '","total":"' || (10 + two % 500) || '.' || (10 + one % 90)
                || '","products":[{"sku":"s' || (two % 3000) || '","category":"k' || (two % 30)
                || '","price":' || (1 + two % 90) || ',"quantity":' || (1 + one % 3)
                || '},{"sku":"s' || (one % 3000) || '","category":"k' || (one % 30)
                || '","price":' || (1 + one % 90) || ',"quantity":1}]}'
        else '{"event":"seen"}'
    end as payload
from kinds
