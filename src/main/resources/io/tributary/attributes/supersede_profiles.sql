-- Superseded is what is said of profiles that are due or gone.
update {store}.attribute_profiles
set to_run = :run::bigint
where from_run < :run::bigint
    and to_run is null
    and profile_id not in (
        select profile_id
        from {work}.int_attribute_profiles
        where is_due = 0
    )
