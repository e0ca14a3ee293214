-- Identifiers that are gone, or changed.
update {store}.identity_map
set to_run = :run::bigint
where to_run is null
    and identifier_key in (
        select identifier_key
        from {work}.int_superseded_identities
    )
