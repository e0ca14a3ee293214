-- One row per blocked value that another event stands for now, or none.
insert into {work}.int_superseded_blocked (identifier_type, identifier)
select
    before.identifier_type,
    before.identifier
from {store}.identity_quarantine as before
left join {work}.int_blocked as now
    on before.identifier_type = now.identifier_type
    and before.identifier = now.identifier
left join {work}.int_lost_blocked as lost
    on before.identifier_type = lost.identifier_type
    and before.identifier = lost.identifier
where before.to_run is null
    and before.reason = 'blocked'
    and (
        (now.identifier is null and lost.identifier is not null)
        or now.event_id <> before.event_id
        or now.source <> before.source
        or now.event_time <> before.event_time
    )
