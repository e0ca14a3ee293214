-- What was calculated before for the same moments is over.
update {store}.feature_rows
set to_run = :run::bigint
where from_run < :run::bigint
    and to_run is null
    {#if paired}
    and exists (
        select 1
        from {work}.int_feature_profiles as known
        where known.profile_id = feature_rows.profile_id
            and known.as_of = feature_rows.as_of
    )
    {#else}
    and as_of in (
        select as_of
        from {work}.int_as_of
    )
    {/if}
