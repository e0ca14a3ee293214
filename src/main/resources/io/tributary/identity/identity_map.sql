-- One row per identifier that is new or changed.
insert into {store}.identity_map (
    from_run, identifier_key, identifier_type, identifier, profile_id,
    first_seen, component_key, profile_key
)
select
    :run::bigint,
    now.identifier_key,
    now.identifier_type,
    now.identifier,
    now.profile_id,
    now.first_seen,
    now.component_key,
    now.profile_key
from {work}.int_identities as now
left join {store}.identity_map as before
    on now.identifier_key = before.identifier_key
    and before.to_run is null
where before.identifier_key is null
