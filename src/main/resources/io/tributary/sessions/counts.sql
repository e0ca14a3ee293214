-- One row: sessions, those that the run wrote, and those that it superseded.
select
    (select count(*) from {work}.int_session_inputs) as sessions,
    (
        select count(*)
        from {store}.web_sessions
        where from_run = :run::bigint
    ) as written,
    (
        select count(*)
        from {store}.web_sessions
        where to_run = :run::bigint
    ) as superseded
