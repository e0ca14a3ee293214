-- One row per channel and day: a channel's rows of a day, such as its
-- campaigns, add up.
insert into {work}.stg_channel_costs (channel, cost_date, cost)
select
    channel,
    cost_date,
    sum(cost)::decimal(38, 4) as cost
from {work}.int_channel_costs
where reason is null
group by channel, cost_date
