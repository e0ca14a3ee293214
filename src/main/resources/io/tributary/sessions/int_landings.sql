-- One row per session with a page. A column of a campaign goes before what the
-- address says; a referrer of the page's own site is internal.
insert into {work}.int_landings (
    owner_key, session_number, page_url, page_host, page_path, utm_source,
    utm_medium, utm_campaign, utm_term, utm_content, gclid, fbclid, msclkid,
    referrer, referrer_host, referrer_place, is_internal, user_agent, country
)
with pages as (
    select
        sessions.owner_key,
        sessions.session_number,
        events.page_url,
        events.page_path,
        events.page_referrer,
        events.page_campaign_source,
        events.page_campaign_medium,
        events.page_campaign_name,
        events.page_campaign_term,
        events.page_campaign_content,
        left(events.page_user_agent, 1000) as user_agent,
        events.page_country as country
    from {work}.int_session_bounds as sessions
    inner join {work}.stg_events as events
        on sessions.first_page_key = events.event_key
),

addresses as (
    select
        *,
        {page_host} as page_host,
        coalesce(page_path, {url_path}) as first_path,
        {#for parameter in parameters}
        {parameter.written} as written_{parameter.name},
        {/for}
        {referrer_host} as referrer_host,
        regexp_substr({referrer_path}, '^/[^/]*') as referrer_folder
    from pages
),

sites as (
    select
        *,
        {#for parameter in parameters}
        {parameter.decoded} as {parameter.name},
        {/for}
        case
            when left(page_host, 4) = 'www.' then substring(page_host, 5)
            else page_host
        end as site,
        case
            when left(referrer_host, 4) = 'www.' then substring(referrer_host, 5)
            else referrer_host
        end as referrer_site
    from addresses
)

select
    owner_key,
    session_number,
    page_url,
    page_host,
    first_path as page_path,
    coalesce(page_campaign_source, utm_source) as utm_source,
    coalesce(page_campaign_medium, utm_medium) as utm_medium,
    coalesce(page_campaign_name, utm_campaign) as utm_campaign,
    coalesce(page_campaign_term, utm_term) as utm_term,
    coalesce(page_campaign_content, utm_content) as utm_content,
    gclid,
    fbclid,
    msclkid,
    page_referrer as referrer,
    referrer_host,
    referrer_site || coalesce(nullif(referrer_folder, ''), '/')
        as referrer_place,
    case
        when referrer_site = site
            or right(referrer_site, len(site) + 1) = '.' || site
            or right(site, len(referrer_site) + 1) = '.' || referrer_site
            then 1
        else 0
    end as is_internal,
    user_agent,
    country
from sites
