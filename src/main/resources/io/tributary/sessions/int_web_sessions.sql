-- One row per session. Its id is that of its first event; its profile is that of
-- its owner; its channel is that of the first rule that fits.
insert into {work}.int_web_sessions (
    owner_key, {columns}
)
with sessions as (
    select
        bounds.owner_key,
        bounds.session_number,
        's_' || left(
            sha2(events.source || ':' || events.event_id, 256), 24
        ) as session_id,
        users.profile_id,
        events.anonymous_id,
        bounds.started_at,
        bounds.ended_at,
        floor(
            datediff(microsecond, bounds.started_at, bounds.ended_at)
            / 1000000.0
        )::bigint as duration_seconds,
        bounds.events,
        bounds.page_views,
        {#if pages}
        landings.page_url as first_page_url,
        landings.page_host as first_page_host,
        landings.page_path as first_page_path,
        last_pages.page_url as last_page_url,
        {last_page_host} as last_page_host,
        coalesce(last_pages.page_path, {last_page_path}) as last_page_path,
        landings.utm_source,
        landings.utm_medium,
        landings.utm_campaign,
        landings.utm_term,
        landings.utm_content,
        landings.gclid,
        landings.fbclid,
        landings.msclkid,
        landings.referrer,
        landings.referrer_host,
        case
            when landings.referrer_host is null then null
            when landings.is_internal = 1 then 'internal'
            else coalesce(places.medium, 'referral')
        end as referrer_medium,
        case when landings.is_internal = 0 then places.source end
            as referrer_source,
        agents.device,
        agents.browser,
        agents.operating_system,
        landings.country,
        names.medium as utm_source_medium,
        {/if}
        case when bounds.session_number = 1 then 1 else 0 end as is_new,
        {#if marks}
        greatest(bounds.has_cart, coalesce(marks.has_cart, 0)) as has_cart,
        greatest(bounds.has_checkout, coalesce(marks.has_checkout, 0))
            as has_checkout
        {#else}
        bounds.has_cart,
        bounds.has_checkout
        {/if}
    from {work}.int_session_bounds as bounds
    inner join {work}.stg_events as events
        on bounds.first_event_key = events.event_key
    left join {work}.int_users as users
        on bounds.owner_key = users.user_key
    {#if pages}
    left join {work}.int_landings as landings
        on bounds.owner_key = landings.owner_key
        and bounds.session_number = landings.session_number
    left join {work}.stg_events as last_pages
        on bounds.last_page_key = last_pages.event_key
    left join {work}.int_referrer_places as places
        on landings.referrer_place = places.referrer_place
    left join {work}.int_referrer_names as names
        on lower(landings.utm_source) = names.name
    left join {store}.user_agents as agents
        on landings.user_agent = agents.user_agent
        and agents.parser = :parser
    {/if}
    {#if marks}
    left join {work}.int_session_marks as marks
        on bounds.owner_key = marks.owner_key
        and bounds.session_number = marks.session_number
    {/if}
)
{#if pages},

seen as (
    select
        *{#for text in texts},
        lower({text}) as seen_{text}{/for}
    from sessions
)
{/if}

select
    owner_key,
    {#for column in names}
    {#if column == "channel"}
    case
        {#for rule in rules}
        when {rule.condition}
            then {rule.channel}
        {/for}
        else 'Unassigned'
    end as channel{#if column_hasNext},{/if}
    {#else}
    {column}{#if column_hasNext},{/if}
    {/if}
    {/for}
{#if pages}
from seen
{#else}
from sessions
{/if}
