-- One row: how many identifiers the events of a component carry.
select count(*)
from {store}.identity_map as identities
inner join {store}.identity_event_identifiers as carried
    on identities.identifier_key = carried.identifier_key
where identities.component_key = {component}
    and identities.from_run <= (select run from {store}.live)
    and (
        identities.to_run is null
        or identities.to_run > (select run from {store}.live)
    )
