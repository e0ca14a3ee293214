-- One row per event and identifier of a component, in the order of events, then
-- of priority.
select
    events.event_key,
    events.source,
    events.event_id,
    events.event_time::varchar as event_time,
    carried.identifier_key
from {store}.identity_map as identities
inner join {store}.identity_event_identifiers as carried
    on identities.identifier_key = carried.identifier_key
inner join {store}.identity_events as events
    on carried.event_key = events.event_key
where identities.component_key = {component}
    and identities.from_run <= (select run from {store}.live)
    and (
        identities.to_run is null
        or identities.to_run > (select run from {store}.live)
    )
    and events.from_run <= (select run from {store}.live)
    and (
        events.to_run is null
        or events.to_run > (select run from {store}.live)
    )
order by
    events.event_time,
    events.event_id,
    events.source,
    carried.position
