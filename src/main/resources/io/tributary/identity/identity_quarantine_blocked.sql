-- One row per blocked value that is new, or that another event stands for now.
insert into {store}.identity_quarantine (
    from_run, run_id, identifier_type, identifier, reason, event_id, source,
    event_time
)
select
    :run::bigint,
    :run::bigint,
    now.identifier_type,
    now.identifier,
    'blocked',
    now.event_id,
    now.source,
    now.event_time
from {work}.int_blocked as now
left join {store}.identity_quarantine as before
    on now.identifier_type = before.identifier_type
    and now.identifier = before.identifier
    and before.reason = 'blocked'
    and before.to_run is null
where before.identifier is null
