-- One row per session that has a cost; contradicting copies not at all.
insert into {work}.int_costed_sessions (session_id, session_at, channel)
select
    sessions.session_id,
    min(sessions.session_at) as session_at,
    min(sessions.channel) as channel
from {work}.int_sessions as sessions
left join {work}.int_session_copies as copies
    on sessions.session_id = copies.session_id
where sessions.reason is null
    and coalesce(copies.is_equal, 1) = 1
    and sessions.session_id in (
        select session_id
        from {work}.int_session_costs
        where reason is null
    )
group by sessions.session_id
