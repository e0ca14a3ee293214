-- One row per blocked value of which the event that stood for it is gone.
insert into {work}.int_lost_blocked (identifier_type, identifier)
select
    quarantine.identifier_type,
    quarantine.identifier
from {store}.identity_quarantine as quarantine
inner join {store}.identity_events as events
    on quarantine.event_id = events.event_id
    and quarantine.source = events.source
where quarantine.to_run is null
    and quarantine.reason = 'blocked'
    and events.to_run = :run::bigint
