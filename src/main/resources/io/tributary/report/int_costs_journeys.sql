-- One row per channel and day with a cost: sessions of a journey only.
insert into {work}.int_costs (channel, cost_date, cost)
select
    channel,
    cost_date,
    sum(cost)::decimal(38, 4) as cost
from {work}.stg_session_costs
where session_id in (select session_id from {work}.int_journey_sessions)
group by channel, cost_date
