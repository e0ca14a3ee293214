-- The fingerprint of an event is of all that stitching knows of it.
insert into {work}.int_event_differences (staged_key, stored_key)
with staged as (
    select
        event_key,
        {fingerprint} as fingerprint
    from {work}.stg_events as events
    where {carries}
),

stored as (
    select
        event_key,
        fingerprint
    from {store}.identity_events
    where to_run is null
)

select
    staged.event_key as staged_key,
    stored.event_key as stored_key
from staged
full join stored
    on staged.fingerprint = stored.fingerprint
where staged.event_key is null
    or stored.event_key is null
