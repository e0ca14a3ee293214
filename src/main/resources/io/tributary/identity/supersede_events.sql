-- {#if rebuilds}By other rules no event stays as it was.{#else}Events that are gone, or are not as they were.{/if}
update {store}.{table}
set to_run = :run::bigint
where to_run is null
{#if !rebuilds}
    and event_key in (
        select stored_key
        from {work}.int_event_differences
        where stored_key is not null
    )
{/if}
