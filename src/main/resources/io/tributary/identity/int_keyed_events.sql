-- One row per new event; keys go on from the largest that was given, with gaps.
-- What is blocked or blank has no key.
insert into {work}.int_keyed_events (
    event_key, run_id, source, event_id, event_time, fingerprint,
    {#for type in types}
    key_{type_count},
    {/for}
    is_fresh
)
select
    (select coalesce(max(event_key), 0) from {store}.identity_events)
        + events.event_key as event_key,
    coalesce(known.run_id, :run::bigint) as run_id,
    events.source,
    events.event_id,
    events.event_time,
    {fingerprint} as fingerprint,
    {#for type in types}
    seen_{type_count}.identifier_key as key_{type_count},
    {/for}
    {#if rebuilds}
    case when known.event_id is null then 1 else 0 end as is_fresh
    {#else}
    1 as is_fresh
    {/if}
from {work}.int_new_events as events
{#for type in types}
left join {work}.int_seen_identifiers as seen_{type_count}
    on events.identifier_{type_count} = seen_{type_count}.identifier
    and seen_{type_count}.position = {type_count}
{/for}
left join {store}.identity_events as known
    on events.event_id = known.event_id
    and events.source = known.source
    and known.to_run = :run::bigint
