-- Sessions as a person writes them in DuckDB's own SQL, in one statement.
create table {work}.by_hand_sessions as
with previous as (
    select
        *,
        lag(event_time) over (
            partition by lookup_1
            order by event_time, event_key
        ) as previous_time
    from {work}.stg_events
),

numbered as (
    select
        *,
        sum(
            case
                when event_time <= dateadd(second, 1800, previous_time) then 0
                else 1
            end
        ) over (
            partition by lookup_1
            order by event_time, event_key
            rows between unbounded preceding and current row
        ) as session_number
    from previous
),

sessions as (
    select
        lookup_1 as profile_id,
        session_number,
        min(event_time) as started_at,
        max(event_time) as ended_at,
        count(*) as events,
        count(page_url) as page_views,
        min_by(event_id, event_key) as first_event,
        min_by(page_url, event_time) as first_page_url,
        max_by(page_url, event_time) as last_page_url,
        min_by(page_referrer, event_time) as referrer,
        min_by(page_user_agent, event_time) as user_agent,
        min_by(page_country, event_time) as country,
        max(case when type = 'Product Added' then 1 else 0 end) as has_cart,
        max(case when type = 'Order Completed' then 1 else 0 end) as has_checkout
    from numbered
    group by 1, 2
),

parsed as (
    select
        *,
        's_' || left(sha2(first_event, 256), 24) as session_id,
        split_part(split_part(first_page_url, '://', 2), '/', 1) as first_page_host,
        '/' || split_part(split_part(split_part(first_page_url, '://', 2), '?', 1), '/', 2)
            as first_page_path,
        split_part(split_part(last_page_url, '://', 2), '/', 1) as last_page_host,
        '/' || split_part(split_part(split_part(last_page_url, '://', 2), '?', 1), '/', 2)
            as last_page_path,
        nullif(regexp_extract(first_page_url, 'utm_source=([^&#]*)', 1), '') as utm_source,
        nullif(regexp_extract(first_page_url, 'utm_medium=([^&#]*)', 1), '') as utm_medium,
        nullif(regexp_extract(first_page_url, 'utm_campaign=([^&#]*)', 1), '') as utm_campaign,
        nullif(regexp_extract(first_page_url, 'utm_term=([^&#]*)', 1), '') as utm_term,
        nullif(regexp_extract(first_page_url, 'utm_content=([^&#]*)', 1), '') as utm_content,
        nullif(regexp_extract(first_page_url, 'gclid=([^&#]*)', 1), '') as gclid,
        nullif(regexp_extract(first_page_url, 'fbclid=([^&#]*)', 1), '') as fbclid,
        nullif(regexp_extract(first_page_url, 'msclkid=([^&#]*)', 1), '') as msclkid,
        split_part(split_part(referrer, '://', 2), '/', 1) as referrer_host
    from sessions
)

select
    parsed.*,
    agents.device,
    agents.browser,
    agents.operating_system,
    known.medium as referrer_medium,
    known.source as referrer_source,
    case
        when utm_medium in ('email', 'newsletter') then 'Email'
        when gclid is not null or msclkid is not null or utm_medium in ('cpc', 'ppc')
            then 'Paid Search'
        when fbclid is not null or known.medium = 'social' then 'Organic Social'
        when known.medium = 'search' then 'Organic Search'
        when referrer_host is null or referrer_host = first_page_host then 'Direct'
        else 'Referral'
    end as channel,
    case when session_number = 1 then 1 else 0 end as is_new
from parsed
left join {work}.int_known_referrers as known
    on regexp_replace(parsed.referrer_host, '^(www|m)[.]', '') = known.host
left join {store}.user_agents as agents
    on parsed.user_agent = agents.user_agent
