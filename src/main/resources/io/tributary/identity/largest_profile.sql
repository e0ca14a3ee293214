-- One row: the identifiers of the largest profile, in what is live and in this
-- run; 0 before where nothing is live.
with before as (
    select count(*) as identifiers
    from {published}.identity_map
    group by profile_id
),

now as (
    select count(*) as identifiers
    from {store}.identity_map
    where {identities}
    group by profile_id
)

select
    (select coalesce(max(identifiers), 0) from before) as identifiers_before,
    (select coalesce(max(identifiers), 0) from now) as identifiers_now
