-- One row per session. Its id is that of its first event; its profile is that of
-- its owner. Where it came from is said by its first page, or by its first event
-- where it has no page; its user agent is the first that an event of it names.
insert into {work}.int_session_inputs (
    owner_key, session_number, session_id, profile_id, anonymous_id, started_at,
    ended_at, events, page_views, page_url, page_path, referrer,
    campaign_source, campaign_medium, campaign_name, campaign_term,
    campaign_content, last_page_url, last_page_path, user_agent, country,
    has_cart, has_checkout, fingerprint
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
        bounds.events,
        bounds.page_views,
        {#if arrives}
        landings.page_url,
        landings.page_path,
        landings.page_referrer as referrer,
        landings.page_campaign_source as campaign_source,
        landings.page_campaign_medium as campaign_medium,
        landings.page_campaign_name as campaign_name,
        landings.page_campaign_term as campaign_term,
        landings.page_campaign_content as campaign_content,
        last_pages.page_url as last_page_url,
        last_pages.page_path as last_page_path,
        left(agents.page_user_agent, 1000) as user_agent,
        coalesce(landings.page_country, agents.page_country) as country,
        case when bounds.page_views = 0 then landings.page_url end as track_url,
        {#else}
        {#for column in unknown}
        null::varchar as {column},
        {/for}
        {/if}
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
    {#if arrives}
    left join {work}.stg_events as last_pages
        on bounds.last_page_key = last_pages.event_key
    left join {work}.stg_events as agents
        on bounds.first_agent_key = agents.event_key
    left join {work}.stg_events as landings
        on coalesce(bounds.first_page_key, bounds.first_event_key)
            = landings.event_key
    {/if}
    {#if marks}
    left join {work}.int_session_marks as marks
        on bounds.owner_key = marks.owner_key
        and bounds.session_number = marks.session_number
    {/if}
    left join {work}.int_users as users
        on bounds.owner_key = users.user_key
    {#if slices > 1}
    where abs(bounds.owner_key) % {slices} = {slice}
    {/if}
)

select
    owner_key,
    session_number,
    session_id,
    profile_id,
    anonymous_id,
    started_at,
    ended_at,
    events,
    page_views,
    page_url,
    page_path,
    referrer,
    campaign_source,
    campaign_medium,
    campaign_name,
    campaign_term,
    campaign_content,
    last_page_url,
    last_page_path,
    user_agent,
    country,
    has_cart,
    has_checkout,
    md5(
        {rules}{#for column in hidden}
        || coalesce(
            length({column})::varchar || ':' || case
                when length({column}) > 1000 then md5({column})
                else {column}
            end,
            '-'
        ){/for}
    ) as fingerprint
from sessions
