-- One row per month of a run in which somebody came, the last one first, and how many
-- such months there are.
select
    to_char(month_start, 'YYYY-MM') as month_name,
    mau,
    average_dau,
    stickiness,
    total_sessions,
    bounce_rate,
    avg_session_length,
    count(*) over () as months
from {store}.monthly_event_metrics
where run = :run::bigint
    and mau > 0
order by month_start desc
limit 6
