-- {#if rebuilds}By other rules all events are stitched anew.{#else}Events are the same that have the id, the time and the identifiers.{/if}
insert into {work}.int_event_differences (staged_key, stored_key)
with staged as (
    select
        event_key,
        source,
        event_id,
        event_time,
        {fingerprint} as fingerprint
    from {work}.stg_events
    where {carries}
),

stored as (
    select
        event_key,
        source,
        event_id,
        event_time,
        fingerprint
    from {store}.identity_events
    where to_run is null
)

{#if rebuilds}
select
    event_key as staged_key,
    null::bigint as stored_key
from staged
union all
select
    null::bigint as staged_key,
    event_key as stored_key
from stored
{#else}
select
    staged.event_key as staged_key,
    stored.event_key as stored_key
from staged
full join stored
    on staged.event_id = stored.event_id
    and staged.source = stored.source
where staged.event_key is null
    or stored.event_key is null
    or staged.event_time <> stored.event_time
    or staged.fingerprint <> stored.fingerprint
{/if}
