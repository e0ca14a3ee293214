-- One row per week or month of the window. Stickiness is the percent of its users
-- who came on an average day of it; only days of the window count.
insert into {store}.{table} (
    run, {unit}_start, {users}, average_dau, stickiness, total_sessions, bounce_rate,
    avg_session_length
)
with happened as (
    select
        date_trunc('{unit}', event_date)::date as {unit}_start,
        count(distinct owner_key) as {users},
        sum(is_start)::bigint as total_sessions,
        sum(is_bounce)::bigint as bounces,
        sum(seconds)::bigint as seconds
    from {work}.int_session_days
    group by 1
),

days as (
    select
        date_trunc('{unit}', event_date)::date as {unit}_start,
        sum(dau)::bigint::float8 / count(*)::float8 as average_dau
    from {store}.daily_event_metrics
    where run = :run::bigint
    group by 1
)

select
    :run::bigint,
    days.{unit}_start,
    coalesce(happened.{users}, 0) as {users},
    days.average_dau,
    coalesce(
        100 * days.average_dau / nullif(happened.{users}, 0)::float8, 0
    ) as stickiness,
    {rates}
from days
left join happened
    on days.{unit}_start = happened.{unit}_start
