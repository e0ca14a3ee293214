-- One row per event of the web: {each} of each user on average, in visits of some
-- minutes, half of them pages. The day is that of the visit's number.
create table {work}.stg_events as
with dealt as (
    select
        n,
        n % 2 as is_page,
        strtol(left(md5((n / 4)::varchar), 8), 16) as visit,
        strtol(left(md5(n::varchar), 8), 16) as one
    from range({events}) as numbers(n)
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
