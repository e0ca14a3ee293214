-- One row per day of the window; days without events are zeros.
insert into {store}.daily_event_metrics (
    run, event_date, dau, total_sessions, bounce_rate, avg_session_length
)
with happened as (
    select
        event_date,
        count(distinct owner_key) as dau,
        sum(is_start)::bigint as total_sessions,
        sum(is_bounce)::bigint as bounces,
        sum(seconds)::bigint as seconds
    from {work}.int_session_days
    group by event_date
)

select
    :run::bigint,
    days.event_date,
    coalesce(happened.dau, 0) as dau,
    {rates}
from {work}.int_days as days
left join happened
    on days.event_date = happened.event_date
