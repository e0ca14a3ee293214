-- One row: identifiers, profiles, refusals with blocked values, changes, and of
-- the last run that stitched the refusals with blocked values, and the identifiers.
select
    (select count(*) from {store}.identity_map where to_run is null)
        as identifiers,
    (
        select count(distinct profile_key)
        from {store}.identity_map
        where to_run is null
    ) as profiles,
    (select count(*) from {store}.identity_quarantine where to_run is null)
        as quarantined,
    (select count(*) from {store}.identity_merges where run = :run::bigint)
        as changes,
    (
        select count(*)
        from {store}.identity_quarantine
        where from_run < :run::bigint
            and (to_run is null or to_run = :run::bigint)
    ) as quarantined_before,
    (
        select count(*)
        from {store}.identity_map
        where from_run < :run::bigint
            and (to_run is null or to_run = :run::bigint)
    ) as identifiers_before
