-- One row: values and profiles that the run wrote, and all that are valid now.
select
    (
        select count(*)
        from {store}.profile_attributes
        where from_run = :run::bigint
    ) as written,
    (
        select count(*)
        from {store}.profile_attributes
        where to_run is null
    ) as valid
