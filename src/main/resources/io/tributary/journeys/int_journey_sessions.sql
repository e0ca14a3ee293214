-- One row per conversion and session before it, in order of time and then
-- session_id. The most recent sessions are kept where a journey is cut.
insert into {work}.int_journey_sessions (
    conversion_id, profile_id, converted_at, revenue, session_id, session_at,
    channel, holder_engagement, closer_engagement, impression_interaction,
    position, journey_length, cut_sessions
)
with journeys as (
    select
        conversions.conversion_id,
        conversions.user_id as profile_id,
        conversions.converted_at,
        conversions.revenue,
        sessions.session_id,
        sessions.session_at,
        sessions.channel,
        sessions.holder_engagement,
        sessions.closer_engagement,
        sessions.impression_interaction,
        row_number() over (
            partition by conversions.conversion_id
            order by sessions.session_at, sessions.session_id
        ) as position,
        count(*) over (
            partition by conversions.conversion_id
        ) as journey_length
    from {work}.{conversions} as conversions
    inner join {work}.{sessions} as sessions
        on conversions.user_id = sessions.user_id
        and sessions.session_at {upper_bound} conversions.converted_at
        {#if lookback}
        and sessions.session_at
            >= dateadd('second', -86400 * {lookback}, conversions.converted_at)
        {/if}
),

numbered as (
    select
        *,
        {#if most_sessions}
        greatest(journey_length - {most_sessions}, 0) as cut_sessions
        {#else}
        0 as cut_sessions
        {/if}
    from journeys
)

select
    conversion_id,
    profile_id,
    converted_at,
    revenue,
    session_id,
    session_at,
    channel,
    holder_engagement,
    closer_engagement,
    impression_interaction,
    (position - cut_sessions)::int as position,
    (journey_length - cut_sessions)::int as journey_length,
    cut_sessions::int as cut_sessions
from numbered
where position > cut_sessions
