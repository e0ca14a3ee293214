-- The first of the new events, of what stood for the value before, and where that
-- is gone of all events.
insert into {work}.int_blocked (
    identifier_type, identifier, event_id, source, event_time
)
with candidates as (
    {#for type in types}
    select
        {type.name} as identifier_type,
        events.identifier_{type_count} as identifier,
        events.event_id,
        events.source,
        events.event_time
    from {work}.int_new_events as events
    inner join {work}.int_seen_identifiers as seen
        on events.identifier_{type_count} = seen.identifier
    where seen.position = {type_count}
        and seen.is_blocked = 1
    {#if !rebuilds}
    union all
    select
        {type.name} as identifier_type,
        events.identifier_{type_count} as identifier,
        events.event_id,
        events.source,
        events.event_time
    from {work}.stg_events as events
    inner join {work}.int_lost_blocked as lost
        on events.identifier_{type_count} = lost.identifier
    where lost.identifier_type = {type.name}
    {/if}
    union all
    {/for}
    select
        quarantine.identifier_type,
        quarantine.identifier,
        quarantine.event_id,
        quarantine.source,
        quarantine.event_time
    from {store}.identity_quarantine as quarantine
    inner join {work}.int_seen_identifiers as seen
        on quarantine.identifier = seen.identifier
        and quarantine.identifier_type = case seen.position
            {#for type in types}
            when {type_count} then {type.name}
            {/for}
        end
    left join {work}.int_lost_blocked as lost
        on quarantine.identifier_type = lost.identifier_type
        and quarantine.identifier = lost.identifier
    where quarantine.to_run is null
        and quarantine.reason = 'blocked'
        and seen.is_blocked = 1
        and lost.identifier is null
),

placed as (
    select
        identifier_type,
        identifier,
        event_id,
        source,
        event_time,
        row_number() over (
            partition by identifier_type, identifier
            order by event_time, event_id, source
        ) as place
    from candidates
)

select
    identifier_type,
    identifier,
    event_id,
    source,
    event_time
from placed
where place = 1
