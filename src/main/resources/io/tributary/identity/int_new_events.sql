-- One row per new event; keys go on from the largest that was given, with gaps.
insert into {work}.int_new_events (
    event_key, run_id, source, event_id, event_time, fingerprint, is_fresh,
    {#for type in types}
    identifier_{type_count}{#if type_hasNext},{/if}
    {/for}
)
with known as (
    select
        stored.source,
        stored.event_id,
        stored.run_id
    from {work}.int_event_differences as differences
    inner join {store}.identity_events as stored
        on differences.stored_key = stored.event_key
)

select
    (select coalesce(max(event_key), 0) from {store}.identity_events)
        + events.event_key as event_key,
    coalesce(known.run_id, :run::bigint) as run_id,
    events.source,
    events.event_id,
    events.event_time,
    {fingerprint} as fingerprint,
    {#if rebuilds}
    case when known.event_id is null then 1 else 0 end as is_fresh,
    {#else}
    1 as is_fresh,
    {/if}
    {#for type in types}
    events.identifier_{type_count}{#if type_hasNext},{/if}
    {/for}
from {work}.int_event_differences as differences
inner join {work}.stg_events as events
    on differences.staged_key = events.event_key
left join known
    on events.source = known.source
    and events.event_id = known.event_id
