-- Daily metrics as a person writes them.
create table {work}.by_hand_metrics as
with days as (
    select
        event_time::date as event_date,
        count(distinct owner_key) as dau
    from {work}.int_session_events
    group by 1
),

sessions as (
    select
        started_at::date as event_date,
        count(*) as total_sessions,
        100.0 * sum(
            case when duration_seconds = 0 and page_views <= 1 then 1 else 0 end
        ) / count(*) as bounce_rate,
        sum(duration_seconds)::float8 / count(*) as avg_session_length
    from {work}.int_web_sessions
    group by 1
)

select
    days.event_date,
    days.dau,
    sessions.total_sessions,
    sessions.bounce_rate,
    sessions.avg_session_length
from days
left join sessions
    on days.event_date = sessions.event_date
