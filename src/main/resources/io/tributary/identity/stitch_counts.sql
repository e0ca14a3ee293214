-- One row: identifiers, profiles, refusals, blocked values, changes, and of
-- the last run that stitched the refusals with blocked values, and the identifiers.
select
    (select count(*) from {store}.identity_map where run = :run::bigint)
        as identifiers,
    (
        select count(distinct profile_id)
        from {store}.identity_map
        where run = :run::bigint
    ) as profiles,
    (
        select count(*)
        from {store}.identity_quarantine
        where run = :run::bigint
    ) as quarantined,
    (select count(*) from {store}.identity_merges where run = :run::bigint)
        as changes,
    (
        select count(*)
        from {store}.identity_quarantine
        where run = (
            select max(run)
            from {store}.identity_map
            where run < :run::bigint
        )
    ) as quarantined_before,
    (
        select count(*)
        from {store}.identity_map
        where run = (
            select max(run)
            from {store}.identity_map
            where run < :run::bigint
        )
    ) as identifiers_before
