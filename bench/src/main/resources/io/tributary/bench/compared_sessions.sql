-- One row: sessions that a cut by hand makes otherwise in any column, and
-- days, weeks, months and values of dimensions of which a metric is another.
with metrics as (
    select 'day' as split, event_date, '' as value, dau, total_sessions, bounce_rate, avg_session_length
    from {store}.daily_event_metrics
    union all
    select dimension, event_date, value, dau, total_sessions, bounce_rate, avg_session_length
    from {store}.daily_event_metrics_by
    union all
    select 'week', week_start, '', wau, total_sessions, bounce_rate, avg_session_length
    from {store}.weekly_event_metrics
    union all
    select 'month', month_start, '', mau, total_sessions, bounce_rate, avg_session_length
    from {store}.monthly_event_metrics
)

select
    (
        select count(*)
        from (
            select {columns}
            from {work}.int_web_sessions
            except
            select {columns}
            from {work}.by_hand_sessions
        ) as one
    ) + abs(
        (select count(*) from {work}.int_web_sessions)
        - (select count(*) from {work}.by_hand_sessions)
    ) as different,
    (
        select count(*)
        from metrics as one
        full join {work}.by_hand_metrics as other
            on one.split = other.split
            and one.event_date = other.event_date
            and one.value = coalesce(other.value, '(none)')
        where coalesce(other.dau, 0) <> coalesce(one.dau, 0)
            or coalesce(other.total_sessions, 0) <> coalesce(one.total_sessions, 0)
            or abs(coalesce(other.bounce_rate, 0) - coalesce(one.bounce_rate, 0)) > 0.000001
            or abs(
                coalesce(other.avg_session_length, 0) - coalesce(one.avg_session_length, 0)
            ) > 0.000001
    ) as metrics_different
