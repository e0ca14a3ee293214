-- One row per event and identifier that may take part.
insert into {store}.identity_event_identifiers (
    from_run, event_key, position, identifier_key
)
{#for type in types}
select
    :run::bigint,
    event_key,
    {type_count} as position,
    key_{type_count}
from {work}.int_keyed_events
where key_{type_count} is not null
{#if type_hasNext}
union all
{/if}
{/for}
