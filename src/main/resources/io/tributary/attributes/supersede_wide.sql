-- Superseded is what is written anew, and profiles that are gone.
update {store}.{table}
set to_run = :run::bigint
where to_run is null
    {#if due_only}
    and profile_id not in (
        select profile_id
        from {work}.int_attribute_profiles
        where is_due = 0
    )
    {/if}
