-- One row per session_id that stands more than once; equal copies are one.
insert into {work}.int_session_copies (session_id, copies, is_equal)
with repeated as (
    select session_id
    from {work}.int_sessions
    where reason is null
    group by session_id
    having count(*) > 1
)

select
    sessions.session_id,
    count(*) as copies,
    case
        when min(sessions.user_id) = max(sessions.user_id)
            and min(sessions.session_at) = max(sessions.session_at)
            and min(sessions.channel) = max(sessions.channel)
            and min(sessions.holder_engagement)
                = max(sessions.holder_engagement)
            and min(sessions.closer_engagement)
                = max(sessions.closer_engagement)
            and min(sessions.impression_interaction)
                = max(sessions.impression_interaction)
            then 1
        else 0
    end as is_equal
from {work}.int_sessions as sessions
inner join repeated
    on sessions.session_id = repeated.session_id
where sessions.reason is null
group by sessions.session_id
