-- One row: sessions, those that a cut by hand makes otherwise, and days of which
-- a metric is another.
select
    (select count(*) from {work}.int_web_sessions) as sessions,
    (
        select count(*)
        from {work}.int_web_sessions as one
        left join {work}.by_hand_sessions as other
            on one.profile_id = other.profile_id
            and one.session_number = other.session_number
        where other.profile_id is null
            or one.started_at <> other.started_at
            or one.ended_at <> other.ended_at
            or one.events <> other.events
            or one.page_views <> other.page_views
            or one.has_cart <> other.has_cart
    ) as different,
    (
        select count(*)
        from {store}.daily_event_metrics as one
        left join {work}.by_hand_metrics as other
            on one.event_date = other.event_date
            and other.split = 'day'
        where coalesce(other.dau, 0) <> one.dau
            or coalesce(other.total_sessions, 0) <> one.total_sessions
            or abs(coalesce(other.bounce_rate, 0) - one.bounce_rate) > 0.000001
    ) as days_different
