-- One row per event as it is now.
insert into {store}.identity_events (
    from_run, event_key, run_id, source, event_id, event_time, fingerprint,
    owner_key
)
select
    :run::bigint,
    event_key,
    run_id,
    source,
    event_id,
    event_time,
    fingerprint,
    coalesce(
        {#for type in types}
        key_{type_count},
        {/for}
        null
    ) as owner_key
from {work}.int_keyed_events
