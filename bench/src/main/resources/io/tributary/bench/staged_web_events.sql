-- One row per event of the web: {each} of each user on average, in visits of some
-- minutes, half of them pages. The day is that of the visit's number.
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
        n % 2 as is_page,
        strtol(left(md5((n / 4)::varchar), 8), 16) as visit,
        strtol(left(md5(n::varchar), 8), 16) as one
    from numbers
)

select
    n + 1 as event_key,
    case when is_page = 1 then 'pages' else 'tracks' end as source,
    'e' || lpad(n::varchar, 9, '0') as event_id,
    null::varchar as source_id,
    case
        when is_page = 1 then 'pages'
        when one % 17 = 0 then 'Product Added'
        when one % 41 = 0 then 'Order Completed'
        else 'Product Viewed'
    end as type,
    null::varchar as version,
    dateadd(
        second,
        ((visit % 180) * 86400 + (visit % 50000) + (one % 900))::int,
        '2023-01-01'::timestamp
    ) as event_time,
    null::varchar as identifier_1,
    'user-' || (visit % {users}) as lookup_1,
    'device-' || (visit % {users}) as anonymous_id,
    case
        when is_page = 1
            then 'https://www.shop.example/category/' || (one % 50)
                || '/product-' || (one % 5000)
                || case visit % 5
                    when 0 then '?utm_source=google&utm_medium=cpc&utm_campaign=brand%20'
                        || (visit % 9) || '&gclid=g' || visit
                    when 1 then '?utm_source=newsletter&utm_medium=email&utm_campaign=week'
                        || (visit % 26)
                    else ''
                end
    end as page_url,
    null::varchar as page_path,
    case
        when is_page = 1 then case visit % 7
            when 0 then 'https://www.google.com/search'
            when 1 then 'https://m.facebook.com/'
            when 2 then 'https://blog' || (visit % 300) || '.example.org/post/1'
            when 3 then 'https://www.shop.example/cart'
        end
    end as page_referrer,
    null::varchar as page_campaign_source,
    null::varchar as page_campaign_medium,
    null::varchar as page_campaign_name,
    null::varchar as page_campaign_term,
    null::varchar as page_campaign_content,
    case
        when is_page = 1
            then 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36'
                || ' (KHTML, like Gecko) Chrome/' || (100 + visit % 40)
                || '.0.' || (visit % 100) || '.0 Safari/537.36'
    end as page_user_agent,
    case
        when is_page = 1 then case visit % 3 when 0 then 'DE' when 1 then 'US' else 'FR' end
    end as page_country,
    '{"id":"e' || n || '","user_id":"user-' || (visit % {users}) || '"}' as payload
from dealt
