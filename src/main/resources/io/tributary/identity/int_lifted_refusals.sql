-- Of the components that were stitched again, what does not stand as it stood.
insert into {work}.int_lifted_refusals (identifier_key, event_key)
select
    before.identifier_key,
    before.event_key
from {store}.identity_quarantine as before
inner join {store}.identity_map as identities
    on before.identifier_key = identities.identifier_key
inner join {work}.int_touched_components as components
    on identities.component_key = components.component_key
left join {work}.int_refused as now
    on before.identifier_key = now.identifier_key
    and before.event_key = now.event_key
    and before.reason = now.reason
    and coalesce(before.limit_type, '') = coalesce(now.limit_type, '')
    and coalesce(before.limit_value, 0) = coalesce(now.limit_value, 0)
where before.to_run is null
    and identities.to_run is null
    and now.identifier_key is null
