-- One row per day of the window, dimension and value that a session of the window
-- has; days without events of the value are zeros.
insert into {store}.daily_event_metrics_by (
    run, event_date, dimension, value, dau, total_sessions, bounce_rate,
    avg_session_length
)
with dimensions as (
    {#for dimension in dimensions}
    select '{dimension}' as dimension
    {#if dimension_hasNext}
    union all
    {/if}
    {/for}
),

split as (
    select
        days.event_date,
        dimensions.dimension,
        coalesce(
            case dimensions.dimension
                {#for dimension in dimensions}
                when '{dimension}' then days.{dimension}
                {/for}
            end,
            '(none)'
        ) as value,
        days.owner_key,
        days.is_start,
        days.is_bounce,
        days.seconds
    from {work}.int_session_days as days
    cross join dimensions
),

happened as (
    select
        event_date,
        dimension,
        value,
        count(distinct owner_key) as dau,
        sum(is_start)::bigint as total_sessions,
        sum(is_bounce)::bigint as bounces,
        sum(seconds)::bigint as seconds
    from split
    group by event_date, dimension, value
),

seen as (
    select distinct
        dimension,
        value
    from happened
)

select
    :run::bigint,
    days.event_date,
    seen.dimension,
    seen.value,
    coalesce(happened.dau, 0) as dau,
    {rates}
from {work}.int_days as days
cross join seen
left join happened
    on days.event_date = happened.event_date
    and seen.dimension = happened.dimension
    and seen.value = happened.value
