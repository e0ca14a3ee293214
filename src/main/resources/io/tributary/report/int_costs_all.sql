-- One row per channel and day with a cost: every cost from the first day that
-- the window's journeys reach to the window's last day.
insert into {work}.int_costs (channel, cost_date, cost)
with costs as (
    {#if session_costs}
    select
        channel,
        cost_date,
        cost
    from {work}.stg_session_costs
    {/if}
    {#if session_costs and channel_costs}
    union all
    {/if}
    {#if channel_costs}
    select
        channel,
        cost_date,
        cost
    from {work}.stg_channel_costs
    {/if}
),

reach as (
    select coalesce(min(session_date), :first_date::date) as first_date
    from {work}.int_channel_days
)

select
    costs.channel,
    costs.cost_date,
    sum(costs.cost)::decimal(38, 4) as cost
from costs
cross join reach
where costs.cost_date >= reach.first_date
    and costs.cost_date <= :last_date::date
group by costs.channel, costs.cost_date
