-- One row per event as it is now.
insert into {store}.identity_events (
    from_run, event_key, run_id, source, event_id, event_time, fingerprint,
    owner_key
)
select
    :run::bigint,
    events.event_key,
    events.run_id,
    events.source,
    events.event_id,
    events.event_time,
    events.fingerprint,
    coalesce(
        {#for type in types}
        keys.key_{type_count},
        {/for}
        null
    )
from {work}.int_new_events as events
inner join {work}.int_event_keys as keys
    on events.event_key = keys.event_key
