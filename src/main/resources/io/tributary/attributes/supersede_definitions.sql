-- Superseded is what is said of attributes that changed or are gone.
update {store}.attribute_definitions
set to_run = :run::bigint
where from_run < :run::bigint
    and to_run is null
    {#if kept}
    and attribute_id not in ({kept})
    {/if}
