-- One row per identifier that is left out of an event and was not before.
insert into {store}.identity_quarantine (
    from_run, run_id, identifier_type, identifier, reason, limit_type,
    limit_value, event_id, source, event_time, identifier_key, event_key
)
select
    :run::bigint,
    :run::bigint,
    now.identifier_type,
    now.identifier,
    now.reason,
    now.limit_type,
    now.limit_value,
    events.event_id,
    events.source,
    events.event_time,
    now.identifier_key,
    now.event_key
from {work}.int_refused as now
inner join {store}.identity_events as events
    on now.event_key = events.event_key
left join {store}.identity_quarantine as before
    on now.identifier_key = before.identifier_key
    and now.event_key = before.event_key
    and before.to_run is null
where before.identifier_key is null
