-- One row per identifier that is gone, or is not as the published map had it.
insert into {work}.int_superseded_identities (identifier_key)
select before.identifier_key
from {store}.identity_map as before
inner join {work}.int_touched_components as components
    on before.component_key = components.component_key
left join {work}.int_identities as now
    on before.identifier_key = now.identifier_key
where before.to_run is null
    and (
        now.identifier_key is null
        or now.first_seen <> before.first_seen
        or now.component_key <> before.component_key
        or now.profile_key <> before.profile_key
    )
