-- Sessions as a person writes them in DuckDB's own SQL, in one statement: the same
-- columns by the same rules.
create table {work}.by_hand_sessions as
with previous as (
    select
        *,
        row_number() over by_time as place,
        lag(event_time) over by_time as previous_time
    from {work}.stg_events
    window by_time as (partition by lookup_1 order by event_time, event_key)
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
            order by place
            rows between unbounded preceding and current row
        )::int as session_number
    from previous
),

sessions as (
    select
        lookup_1 as profile_id,
        session_number,
        min(event_time) as started_at,
        max(event_time) as ended_at,
        count(*)::int as events,
        count(page_url)::int as page_views,
        min_by(source || ':' || event_id, place) as first_event,
        min_by(anonymous_id, place) as anonymous_id,
        min_by(page_url, place) as first_page_url,
        max_by(page_url, place) as last_page_url,
        nullif(min_by(case when page_url is not null then coalesce(page_referrer, '') end, place), '')
            as referrer,
        nullif(min_by(case when page_url is not null then coalesce(page_campaign_source, '') end, place), '')
            as campaign_source,
        nullif(min_by(case when page_url is not null then coalesce(page_campaign_medium, '') end, place), '')
            as campaign_medium,
        nullif(min_by(case when page_url is not null then coalesce(page_campaign_name, '') end, place), '')
            as campaign_name,
        nullif(min_by(case when page_url is not null then coalesce(page_campaign_term, '') end, place), '')
            as campaign_term,
        nullif(min_by(case when page_url is not null then coalesce(page_campaign_content, '') end, place), '')
            as campaign_content,
        min_by(page_user_agent, place) as user_agent,
        min_by(page_country, place) as country,
        max(case when lower(type) in ('product added', 'product removed', 'cart viewed') then 1 else 0 end)
            as has_cart,
        max(
            case
                when lower(type) in (
                    'checkout started', 'checkout step viewed', 'checkout step completed',
                    'payment info entered', 'order completed'
                )
                    then 1
                else 0
            end
        ) as has_checkout
    from numbered
    group by 1, 2
),

parsed as (
    select
        *,
        's_' || left(sha2(first_event, 256), 24) as session_id,
        lower(nullif(regexp_extract(first_page_url, '^[a-zA-Z]+://([^/?#:]*)', 1), '')) as first_page_host,
        nullif(regexp_extract(first_page_url, '^[a-zA-Z]+://[^/?#]*([^?#]*)', 1), '') as first_page_path,
        lower(nullif(regexp_extract(last_page_url, '^[a-zA-Z]+://([^/?#:]*)', 1), '')) as last_page_host,
        nullif(regexp_extract(last_page_url, '^[a-zA-Z]+://[^/?#]*([^?#]*)', 1), '') as last_page_path,
        {#for name in parameters}
        nullif(
            url_decode(replace(regexp_extract(first_page_url, '[?&]{name}=([^&#]*)', 1), '+', ' ')), ''
        ) as in_{name},
        {/for}
        lower(nullif(regexp_extract(referrer, '^[a-zA-Z]+://([^/?#:]*)', 1), '')) as referrer_host
    from sessions
),

referrers as (
    select distinct
        referrer_host,
        regexp_replace(referrer_host, '^www[.]', '') as site,
        '/' || split_part(regexp_extract(referrer, '^[a-zA-Z]+://[^/?#]*([^?#]*)', 1), '/', 2) as folder,
        referrer
    from parsed
    where referrer is not null
),

candidates as (
    select referrer, site || folder as candidate, 0 as distance from referrers
    union all
    select referrer, site, 1 from referrers
    union all
    select referrer, regexp_replace(site, '^[^.]+[.]', '') || folder, 2 from referrers
    union all
    select referrer, regexp_replace(site, '^[^.]+[.]', ''), 3 from referrers
    union all
    select referrer, regexp_replace(site, '^[^.]+[.][^.]+[.]', ''), 4 from referrers
),

known as (
    select
        candidates.referrer,
        min_by(list.medium, distance) as medium,
        min_by(list.source, distance) as source
    from candidates
    inner join {work}.int_known_referrers as list
        on candidates.candidate = list.host
    group by candidates.referrer
),

told as (
    select
        parsed.*,
        coalesce(campaign_source, in_utm_source) as utm_source,
        coalesce(campaign_medium, in_utm_medium) as utm_medium,
        coalesce(campaign_name, in_utm_campaign) as utm_campaign,
        coalesce(campaign_term, in_utm_term) as utm_term,
        coalesce(campaign_content, in_utm_content) as utm_content,
        case
            when referrer_host is null then null
            when regexp_replace(referrer_host, '^www[.]', '') = regexp_replace(first_page_host, '^www[.]', '')
                or ends_with(referrer_host, '.' || regexp_replace(first_page_host, '^www[.]', ''))
                or ends_with(first_page_host, '.' || regexp_replace(referrer_host, '^www[.]', ''))
                then 'internal'
            else coalesce(known.medium, 'referral')
        end as referrer_medium,
        known.source as known_source,
        agents.device,
        agents.browser,
        agents.operating_system
    from parsed
    left join known
        on parsed.referrer = known.referrer
    left join {store}.user_agents as agents
        on parsed.user_agent = agents.user_agent
),

seen as (
    select
        told.*,
        lower(utm_source) as s,
        lower(utm_medium) as m,
        lower(utm_campaign) as c,
        names.medium as sm,
        referrer_medium as rm,
        lower(utm_medium) in ('cpc', 'ppc', 'cpa', 'cpp') or lower(utm_medium) like 'paid%' as paid
    from told
    left join {work}.int_referrer_names as names
        on lower(told.utm_source) = names.name
)

select
    session_id,
    profile_id,
    anonymous_id,
    session_number,
    started_at,
    ended_at,
    (datediff(microsecond, started_at, ended_at) / 1000000)::bigint as duration_seconds,
    events,
    page_views,
    first_page_url,
    first_page_host,
    first_page_path,
    last_page_url,
    last_page_host,
    last_page_path,
    utm_source,
    utm_medium,
    utm_campaign,
    utm_term,
    utm_content,
    in_gclid as gclid,
    in_fbclid as fbclid,
    in_msclkid as msclkid,
    referrer,
    referrer_host,
    referrer_medium,
    case when referrer_medium <> 'internal' then known_source end as referrer_source,
    device,
    browser,
    operating_system,
    country,
    case
        when s is null and m is null and in_gclid is null and in_msclkid is null
            and in_fbclid is null and (rm is null or rm = 'internal')
            then 'Direct'
        when s in ('direct', '(direct)') and (m is null or m in ('none', '(none)', '(not set)'))
            then 'Direct'
        when m in ('affiliate', 'affiliates') then 'Affiliates'
        when m in ('email', 'e-mail', 'e_mail', 'e mail', 'newsletter')
            or s in ('email', 'e-mail', 'e_mail', 'e mail', 'newsletter')
            then 'Email'
        when m = 'sms' or s = 'sms' then 'SMS'
        when m like '%push' or m in ('notification', 'mobile') or s = 'firebase' then 'Mobile Push'
        when m in ('audio', 'podcast') then 'Audio'
        when m in ('display', 'banner', 'expandable', 'interstitial', 'cpm', 'programmatic') then 'Display'
        when (paid or m in ('cpv', 'retargeting'))
            and s in ('youtube', 'youtube.com', 'vimeo', 'dailymotion', 'twitch', 'hulu', 'netflix', 'disneyplus')
            then 'Paid Video'
        when m in ('paidsocial', 'paid-social', 'paid_social', 'paid social')
            or (paid or m in ('cpv', 'retargeting'))
            and (
                sm = 'social'
                or s in (
                    'fb', 'ig', 'meta', 'facebook', 'instagram', 'tiktok', 'linkedin',
                    'pinterest', 'snapchat', 'twitter', 'x', 'reddit'
                )
            )
            then 'Paid Social'
        when (paid or m = 'retargeting')
            and (
                c like '%shopping%' or s like '%shopping%'
                or s in ('amazon', 'ebay', 'etsy', 'idealo')
            )
            then 'Paid Shopping'
        when in_gclid is not null or in_msclkid is not null
            or m in ('paidsearch', 'paid-search', 'paid_search', 'paid search', 'sem')
            or paid and (sm = 'search' or rm = 'search' or s in ('adwords', 'googleads', 'bingads'))
            then 'Paid Search'
        when paid or m in ('cpv', 'retargeting') or rm = 'paid' and m is null then 'Paid Other'
        when m in ('social', 'social-network', 'social-media', 'sm', 'social network', 'social media')
            or in_fbclid is not null or rm = 'social' or sm = 'social' or s in ('fb', 'ig', 'meta')
            then 'Organic Social'
        when m like '%video%' then 'Organic Video'
        when m = 'organic' or rm = 'search' or sm = 'search' and m is null then 'Organic Search'
        when rm = 'email' or sm = 'email' then 'Email'
        when m in ('referral', 'app', 'link')
            or rm is not null and rm <> 'internal' and s is null and m is null
            then 'Referral'
        else 'Unassigned'
    end as channel,
    case when session_number = 1 then 1 else 0 end as is_new,
    has_cart,
    has_checkout
from seen
