-- One row per event and identifier; blank values are none.
insert into {work}.int_event_identifiers (
    event_key, event_time, event_id, source, position, identifier, is_blocked
)
{#for type in types}
select
    event_key,
    event_time,
    event_id,
    source,
    {type_count} as position,
    identifier_{type_count} as identifier,
    {#if type.blocked}
    case when {type.blocked} then 1 else 0 end as is_blocked
    {#else}
    0 as is_blocked
    {/if}
from {work}.stg_events
where btrim(identifier_{type_count}, ' ' || chr(9) || chr(10) || chr(13)) <> ''
{#if type_hasNext}
union all
{/if}
{/for}
