-- Superseded is what belongs to an attribute that changed or is gone, and to a
-- profile that is due or has no events any more.
update {store}.profile_attributes
set to_run = :run::bigint
where from_run < :run::bigint
    and to_run is null
    {#if kept}
    and (
        attribute_id not in ({kept})
        or profile_id not in (
            select profile_id
            from {work}.int_attribute_profiles
            where is_due = 0
        )
    )
    {/if}
