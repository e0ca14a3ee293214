-- What the run calculates anew, or what the project has no more, is over.
update {store}.context_values
set to_run = :run::bigint
where from_run < :run::bigint
    and to_run is null
    {#if kept}
    and context_key not in ({kept})
    {/if}
