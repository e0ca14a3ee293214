-- One row per event: event time, then event id give the order.
insert into {work}.int_stitching_events (
    number, fresh, event_key,
    {#for type in types}
    number_{type_count}{#if type_hasNext},{/if}
    {/for}
)
with carried as (
    select
        {#for type in types}
        max(
            case
                when identifiers.position = {type_count} then numbers.number
                else 0
            end
        ) as number_{type_count},
        {/for}
        identifiers.event_key
    from {store}.identity_event_identifiers as identifiers
    inner join {work}.int_identifiers as numbers
        on identifiers.identifier_key = numbers.identifier_key
    inner join {work}.int_linked as linked
        on numbers.number = linked.number
    inner join {work}.int_replayed_components as components
        on linked.component = components.component
    where identifiers.to_run is null
        and (components.is_pending = 1 or identifiers.from_run = :run::bigint)
    group by identifiers.event_key
)

select
    (
        row_number() over (
            order by events.event_time, events.event_id, events.source
        )
    )::int as number,
    coalesce(keyed.is_fresh, 0) as fresh,
    carried.event_key,
    {#for type in types}
    carried.number_{type_count}{#if type_hasNext},{/if}
    {/for}
from carried
inner join {store}.identity_events as events
    on carried.event_key = events.event_key
left join {work}.int_keyed_events as keyed
    on carried.event_key = keyed.event_key
