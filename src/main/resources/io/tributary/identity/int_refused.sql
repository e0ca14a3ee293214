-- One row per identifier and event.
insert into {work}.int_refused (
    identifier_key, event_key, identifier_type, identifier, reason, limit_type,
    limit_value
)
select
    identifiers.identifier_key,
    events.event_key,
    identifiers.identifier_type,
    identifiers.identifier,
    refusals.reason,
    case refusals.type
        {#for type in types}
        when {type_count} then {type.name}
        {/for}
    end as limit_type,
    nullif(refusals.guard_limit, 0) as limit_value
from {work}.int_refusals as refusals
inner join {work}.int_identifiers as identifiers
    on refusals.identifier = identifiers.number
inner join {work}.int_stitching_events as events
    on refusals.event = events.number
