-- One row per channel and day of the project's zone: every model's credit
-- and revenue. In ihc the fallback's credit counts too.
insert into {work}.int_channel_days (
    channel, session_date{#for model in models},
    {model}_credit, {model}_revenue{/for}
)
with credited as (
    select
        sessions.channel,
        convert_timezone(:timezone, sessions.session_at)::date as session_date,
        sessions.revenue,
        case
            when credits.is_answered = 1 then credits.ihc
            else credits.{fallback}
        end as ihc,
        credits.first_touch,
        credits.last_touch,
        credits.last_non_direct,
        credits.linear,
        credits.time_decay,
        credits.position_based
    from {work}.int_journey_sessions as sessions
    inner join {work}.int_credits as credits
        on sessions.conversion_id = credits.conversion_id
        and sessions.session_id = credits.session_id
)

select
    channel,
    session_date{#for model in models},
    sum({model})::decimal(38, 9) as {model}_credit,
    sum({model} * revenue)::decimal(38, 13) as {model}_revenue{/for}
from credited
group by channel, session_date
