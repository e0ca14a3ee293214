-- Identifiers by the profile that they are in, live and in this run.
insert into {work}.int_profile_moves (profile_before, profile_now, identifiers)
select
    before.profile_id as profile_before,
    now.profile_id as profile_now,
    count(*) as identifiers
from {published}.identity_map as before
full outer join (
    select
        identifier_type,
        identifier,
        profile_id
    from {store}.identity_map
    where {identities}
) as now
    on before.identifier_type = now.identifier_type
    and before.identifier = now.identifier
group by before.profile_id, now.profile_id
