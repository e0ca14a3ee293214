-- One row per model, channel and day. A conversion without a session stands
-- as (unattributed) on its own day; a channel with only a cost is there too.
insert into {store}.channel_reporting (
    run, model, channel_name, date, cost, credit, revenue, cpo, roas
)
with models as (
    {#for model in models}
    select '{model}' as model
    {#if model_hasNext}
    union all
    {/if}
    {/for}
),

credited as (
    {#for model in models}
    select
        '{model}' as model,
        channel,
        session_date as report_date,
        {model}_credit as credit,
        {model}_revenue as revenue
    from {work}.int_channel_days
    {#if model_hasNext}
    union all
    {/if}
    {/for}
),

unattributed as (
    select
        convert_timezone(:timezone, conversions.converted_at)::date
            as report_date,
        count(*)::decimal(38, 9) as credit,
        sum(conversions.revenue)::decimal(38, 13) as revenue
    from {work}.stg_conversions as conversions
    left join {work}.int_journey_sessions as sessions
        on conversions.conversion_id = sessions.conversion_id
        and sessions.position = 1
    where sessions.conversion_id is null
    group by 1
),

together as (
    select
        model,
        channel,
        report_date,
        credit,
        revenue,
        0::decimal(38, 4) as cost
    from credited
    union all
    select
        models.model,
        '(unattributed)' as channel,
        unattributed.report_date,
        unattributed.credit,
        unattributed.revenue,
        0::decimal(38, 4) as cost
    from unattributed
    cross join models
    union all
    select
        models.model,
        costs.channel,
        costs.cost_date as report_date,
        0::decimal(38, 9) as credit,
        0::decimal(38, 13) as revenue,
        costs.cost
    from {work}.int_costs as costs
    cross join models
),

totals as (
    select
        model,
        channel,
        report_date,
        sum(cost)::decimal(38, 4) as cost,
        sum(credit)::decimal(38, 9) as credit,
        sum(revenue)::decimal(38, 13) as revenue
    from together
    group by model, channel, report_date
)

select
    :run::bigint as run,
    model,
    channel as channel_name,
    report_date as date,
    cost,
    credit,
    revenue,
    round(
        cost::float8 / nullif(credit, 0)::float8, 6
    )::decimal(38, 6) as cpo,
    round(
        revenue::float8 / nullif(cost, 0)::float8, 6
    )::decimal(38, 6) as roas
from totals
