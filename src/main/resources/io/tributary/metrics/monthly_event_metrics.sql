-- One row per month of the window. Stickiness is the percent of its users who came on
-- an average day of it; only days of the window count.
insert into {store}.monthly_event_metrics (
    run, month_start, mau, average_dau, stickiness, total_sessions, bounce_rate,
    avg_session_length
)
with happened as (
    select
        date_trunc('month', event_date)::date as month_start,
        count(distinct owner_key) as mau,
        sum(is_start)::bigint as total_sessions,
        sum(is_bounce)::bigint as bounces,
        sum(seconds)::bigint as seconds
    from {work}.int_session_days
    group by 1
),

days as (
    select
        date_trunc('month', event_date)::date as month_start,
        sum(dau)::bigint::float8 / count(*)::float8 as average_dau
    from {store}.daily_event_metrics
    where run = :run::bigint
    group by 1
)

select
    :run::bigint,
    days.month_start,
    coalesce(happened.mau, 0) as mau,
    days.average_dau,
    coalesce(
        100 * days.average_dau / nullif(happened.mau, 0)::float8, 0
    ) as stickiness,
    coalesce(happened.total_sessions, 0)::bigint as total_sessions,
    coalesce(
        100 * happened.bounces::float8
            / nullif(happened.total_sessions, 0)::float8,
        0
    ) as bounce_rate,
    coalesce(
        happened.seconds::float8 / nullif(happened.total_sessions, 0)::float8, 0
    ) as avg_session_length
from days
left join happened
    on days.month_start = happened.month_start
