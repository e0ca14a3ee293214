-- Metrics by day, by day and three dimensions, by week and by month, as a person
-- writes them: a query for each.
create table {work}.by_hand_metrics as
with touched as (
    select distinct
        owner_key,
        session_number,
        event_time::date as event_date
    from {work}.int_session_events
),

joined as (
    select
        touched.event_date,
        touched.owner_key,
        sessions.channel,
        sessions.device,
        sessions.country,
        case when touched.event_date = sessions.started_at::date then 1 else 0 end
            as is_start,
        case
            when sessions.duration_seconds = 0 and sessions.page_views <= 1 then 1
            else 0
        end as is_short,
        sessions.duration_seconds
    from touched
    inner join {work}.int_web_sessions as sessions
        on touched.owner_key = sessions.owner_key
        and touched.session_number = sessions.session_number
)

{#for split in splits}
select
    '{split.name}' as split,
    {split.period} as event_date,
    {split.value} as value,
    count(distinct owner_key) as dau,
    sum(is_start) as total_sessions,
    100.0 * sum(is_start * is_short) / nullif(sum(is_start), 0) as bounce_rate,
    sum(is_start * duration_seconds)::float8 / nullif(sum(is_start), 0)
        as avg_session_length
from joined
group by 1, 2, 3
{#if split_hasNext}
union all
{/if}
{/for}
