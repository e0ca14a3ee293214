-- Sessions that are gone, or changed.
update {store}.web_sessions
set to_run = :run::bigint
where to_run is null
    and session_id not in (
        select session_id
        from {work}.int_same_sessions
    )
