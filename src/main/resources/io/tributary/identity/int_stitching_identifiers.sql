-- One row per identifier. All events are stitched anew, so none has a
-- component; the profile before is 0 where the identifier is new.
insert into {work}.int_stitching_identifiers (number, type, component, profile)
with last_run as (
    select max(run) as run
    from {store}.identity_map
    where run < :run::bigint
),

before as (
    select
        identities.identifier_type,
        identities.identifier,
        profiles.number
    from {store}.identity_map as identities
    inner join last_run
        on identities.run = last_run.run
    inner join {work}.int_profiles_before as profiles
        on identities.profile_id = profiles.profile_id
)

select
    identifiers.number,
    identifiers.position as type,
    0 as component,
    coalesce(before.number, 0) as profile
from {work}.int_identifiers as identifiers
left join before
    on identifiers.identifier_type = before.identifier_type
    and identifiers.identifier = before.identifier
