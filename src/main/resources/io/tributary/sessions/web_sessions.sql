-- Sessions that are new, or changed, described. A column of a campaign goes before
-- what the address says; a referrer of the page's own site is internal; the
-- channel is that of the first rule that fits.
insert into {store}.web_sessions (
    from_run, fingerprint, {columns}
)
with changed as (
    select *
    from {work}.int_session_inputs
    where session_id not in (
        select session_id
        from {work}.int_same_sessions
    )
),

{#if arrives}
addresses as (
    select
        *,
        {page_origin} as page_origin,
        {last_origin} as last_origin
    from changed
),

written as (
    select
        *,
        {page_host} as page_host,
        coalesce(page_path, {page_path}) as first_path,
        {last_host} as last_page_host,
        coalesce(last_page_path, {last_path}) as last_path,
        {#for parameter in parameters}
        coalesce({parameter.written}, ''){#if parameter_hasNext} || '{between}' ||{/if}
        {/for}
            as written_values
    from addresses
),

unescaped as (
    select
        *,
        {unescaped} as unescaped_values
    from written
),

decoded as (
    select
        *,
        case when left(page_host, 4) = 'www.' then substring(page_host, 5)
            else page_host end as site{#for parameter in parameters},
        {parameter.decoded} as decoded_{parameter.name}{/for}
    from unescaped
),

campaigns as (
    select
        *,
        coalesce(campaign_source, decoded_utm_source) as utm_source,
        coalesce(campaign_medium, decoded_utm_medium) as utm_medium,
        coalesce(campaign_name, decoded_utm_campaign) as utm_campaign,
        coalesce(campaign_term, decoded_utm_term) as utm_term,
        coalesce(campaign_content, decoded_utm_content) as utm_content
    from decoded
),

sessions as (
    select
        campaigns.fingerprint,
        campaigns.session_id,
        campaigns.profile_id,
        campaigns.anonymous_id,
        campaigns.session_number,
        campaigns.started_at,
        campaigns.ended_at,
        campaigns.events,
        campaigns.page_views,
        case when campaigns.page_views > 0 then campaigns.page_url end
            as first_page_url,
        case when campaigns.page_views > 0 then campaigns.page_host end
            as first_page_host,
        case when campaigns.page_views > 0 then campaigns.first_path end
            as first_page_path,
        campaigns.last_page_url,
        campaigns.last_page_host,
        campaigns.last_path as last_page_path,
        campaigns.utm_source,
        campaigns.utm_medium,
        campaigns.utm_campaign,
        campaigns.utm_term,
        campaigns.utm_content,
        campaigns.decoded_gclid as gclid,
        campaigns.decoded_fbclid as fbclid,
        campaigns.decoded_msclkid as msclkid,
        campaigns.referrer,
        places.host as referrer_host,
        places.medium as known_medium,
        places.source as known_source,
        case
            when places.site = campaigns.site
                or right(places.site, len(campaigns.site) + 1)
                    = '.' || campaigns.site
                or right(campaigns.site, len(places.site) + 1)
                    = '.' || places.site
                then 1
            else 0
        end as is_internal,
        agents.device,
        agents.browser,
        agents.operating_system,
        campaigns.country,
        names.medium as utm_source_medium,
        campaigns.has_cart,
        campaigns.has_checkout
    from campaigns
    left join {work}.int_referrer_places as places
        on campaigns.referrer = places.referrer
    left join {work}.int_referrer_names as names
        on lower(campaigns.utm_source) = names.name
    left join {store}.user_agents as agents
        on campaigns.user_agent = agents.user_agent
        and agents.parser = :parser
),

sourced as (
    select
        *,
        case
            when referrer_host is null then null
            when is_internal = 1 then 'internal'
            else coalesce(known_medium, 'referral')
        end as referrer_medium,
        case when is_internal = 0 then known_source end as referrer_source
    from sessions
),

seen as (
    select
        *{#for text in texts},
        lower({text}) as seen_{text}{/for}
    from sourced
)
{#else}
seen as (
    select *
    from changed
)
{/if}

select
    :run::bigint,
    fingerprint,
    {#for column in names}
    {#if column == "channel"}
    case
        {#for rule in rules}
        when {rule.condition}
            then {rule.channel}
        {/for}
        else 'Unassigned'
    end as channel{#if column_hasNext},{/if}
    {#else if column == "duration_seconds"}
    floor(
        datediff(microsecond, started_at, ended_at) / 1000000.0
    )::bigint as duration_seconds{#if column_hasNext},{/if}
    {#else if column == "is_new"}
    case when session_number = 1 then 1 else 0 end as is_new{#if column_hasNext},{/if}
    {#else}
    {column}{#if column_hasNext},{/if}
    {/if}
    {/for}
from seen
