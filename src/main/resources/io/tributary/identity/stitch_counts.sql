-- One row: identifiers, profiles, refusals, blocked values, changes, and how
-- many refusals and blocked values the last finished run had.
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
            from {store}.runs
            where status in ('published', 'calculated')
                and run < :run::bigint
        )
    ) as quarantined_before
