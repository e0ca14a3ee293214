-- One row: events in sessions, sessions, and events of nobody.
select
    (select count(*) from {work}.int_session_events) as events,
    (select count(*) from {work}.int_session_bounds) as sessions,
    (
        select count(*)
        from {work}.stg_events
        where source in ({sources})
    ) - (select count(*) from {work}.int_session_events) as nobody
