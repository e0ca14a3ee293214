-- One row per event: event time, then event id give the order.
insert into {work}.int_stitching_events (
    number, fresh, event_key,
    {#for type in types}number_{type_count}, {/for}
    identifiers
)
with carried as (
    select
        events.event_key,
        min(events.event_time) as event_time,
        min(events.event_id) as event_id,
        min(events.source) as source,
        {#for type in types}
        max(
            case
                when events.position = {type_count} then identifiers.number
                else 0
            end
        ) as number_{type_count},
        {/for}
        count(*)::int as identifiers
    from {work}.int_event_identifiers as events
    inner join {work}.int_identifiers as identifiers
        on events.position = identifiers.position
        and events.identifier = identifiers.identifier
    where events.is_blocked = 0
    group by events.event_key
)

select
    (
        row_number() over (
            order by carried.event_time, carried.event_id, carried.source
        )
    )::int as number,
    case when known.event_id is null then 1 else 0 end as fresh,
    carried.event_key,
    {#for type in types}
    carried.number_{type_count},
    {/for}
    carried.identifiers
from carried
left join {store}.identity_events as known
    on carried.source = known.source
    and carried.event_id = known.event_id
    and known.run < :run::bigint
