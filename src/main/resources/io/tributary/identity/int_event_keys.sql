-- One row per new event; what is blocked or blank has no key.
insert into {work}.int_event_keys (
    event_key,
    {#for type in types}
    key_{type_count}{#if type_hasNext},{/if}
    {/for}
)
select
    events.event_key,
    {#for type in types}
    seen_{type_count}.identifier_key{#if type_hasNext},{/if}
    {/for}
from {work}.int_new_events as events
{#for type in types}
left join {work}.int_seen_identifiers as seen_{type_count}
    on events.identifier_{type_count} = seen_{type_count}.identifier
    and seen_{type_count}.position = {type_count}
{/for}
