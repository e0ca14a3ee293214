-- One row per session up to the window's end, of converting users where a user
-- is a profile; equal copies once, contradicting copies not at all.
insert into {work}.stg_sessions (
    session_id, user_id, session_at, channel, holder_engagement,
    closer_engagement, impression_interaction
)
with needed as (
    select
        sessions.session_id,
        sessions.user_id,
        sessions.session_at,
        sessions.channel,
        sessions.holder_engagement,
        sessions.closer_engagement,
        sessions.impression_interaction,
        copies.is_equal
    from {work}.int_sessions as sessions
    left join {work}.int_session_copies as copies
        on sessions.session_id = copies.session_id
    where sessions.reason is null
        and sessions.session_at < :window_to::timestamp
        {#if only_converting}
        and sessions.user_id in (select user_id from {work}.stg_conversions)
        {/if}
)

select
    session_id,
    user_id,
    session_at,
    channel,
    holder_engagement,
    closer_engagement,
    impression_interaction
from needed
where is_equal is null
union all
select distinct
    session_id,
    user_id,
    session_at,
    channel,
    holder_engagement,
    closer_engagement,
    impression_interaction
from needed
where is_equal = 1
