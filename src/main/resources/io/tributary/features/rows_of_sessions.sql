select
    session_number as id,
    event_time,
    started_at,
    duration_seconds,
    events,
    page_views,
    session_number,
    is_new,
    {#for column in of_first_page}
    case when page_views > 0 then {column} end as {column},
    {/for}
    profile,
    seen,
    gone,
    day
from (
    select
        sessions.started_at as event_time,
        sessions.started_at,
        (
            datediff(microsecond, sessions.started_at, steps.event_time)
            / 1000000
        )::bigint as duration_seconds,
        row_number() over (
            partition by steps.owner_key, steps.session_number
            order by steps.event_time, steps.event_key
        ) as events,
        cast(
            sum(steps.is_page) over (
                partition by steps.owner_key, steps.session_number
                order by steps.event_time, steps.event_key
                rows between unbounded preceding and current row
            ) as bigint
        ) as page_views,
        sessions.session_number,
        sessions.is_new,
        {#for column in of_first_page}
        sessions.{column},
        {/for}
        known.profile,
        known.seen,
        lead(known.seen) over (
            partition by steps.owner_key, steps.session_number
            order by steps.event_time, steps.event_key
        ) as gone,
        {day} as day
    from {work}.int_web_sessions as sessions
    inner join {work}.int_session_events as steps
        on sessions.owner_key = steps.owner_key
        and sessions.session_number = steps.session_number
    inner join {work}.int_feature_events as known
        on steps.event_key = known.event_key
) as versions
