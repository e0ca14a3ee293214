-- One row per model and channel: the run's report over its whole window.
select
    model,
    channel_name,
    sum(cost)::decimal(38, 4) as cost,
    sum(credit)::decimal(38, 9) as credit,
    sum(revenue)::decimal(38, 13) as revenue
from {store}.channel_reporting
where run = :run::bigint
group by model, channel_name
order by model, channel_name
