-- Events that are gone, or are not as they were.
update {store}.{table}
set to_run = :run::bigint
where to_run is null
    and event_key in (
        select stored_key
        from {work}.int_event_differences
        where stored_key is not null
    )
