-- One row per session and day with an event of it. A session counts on the day on
-- which it started: its length, and whether it was no more than a look.
insert into {work}.int_session_days (
    event_date, owner_key, is_start, is_bounce, seconds{#for dimension in dimensions},
    {dimension}{/for}
)
with days as (
    select
        owner_key,
        session_number,
        {event_date} as event_date
    from {work}.int_session_events
    group by 1, 2, 3
),

starts as (
    select
        *,
        case
            when row_number() over (
                partition by owner_key, session_number
                order by event_date
            ) = 1
                then 1
            else 0
        end as is_start
    from days
)

select
    starts.event_date,
    starts.owner_key,
    starts.is_start,
    case
        when starts.is_start = 1
            and sessions.duration_seconds = 0
            and sessions.page_views <= 1
            then 1
        else 0
    end as is_bounce,
    starts.is_start * sessions.duration_seconds as seconds{#for dimension in dimensions},
    sessions.{dimension}::varchar{/for}
from starts
inner join {work}.int_web_sessions as sessions
    on starts.owner_key = sessions.owner_key
    and starts.session_number = sessions.session_number
