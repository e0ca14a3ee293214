-- One row per identifier that was left out of an event, and one per blocked
-- value, with the first event that brought it.
insert into {store}.identity_quarantine (
    run, run_id, identifier_type, identifier, reason, limit_type, limit_value,
    event_id, source, event_time
)
with blocked as (
    select
        position,
        identifier,
        event_id,
        source,
        event_time,
        row_number() over (
            partition by position, identifier
            order by event_time, event_id, source
        ) as place
    from {work}.int_event_identifiers
    where is_blocked = 1
)

select
    :run::bigint,
    :run::bigint,
    identifiers.identifier_type,
    identifiers.identifier,
    refusals.reason,
    case refusals.type
        {#for type in types}
        when {type_count} then {type.name}
        {/for}
    end,
    nullif(refusals.guard_limit, 0),
    events.event_id,
    events.source,
    events.event_time
from {work}.int_refusals as refusals
inner join {work}.int_identifiers as identifiers
    on refusals.identifier = identifiers.number
inner join {work}.int_stitching_events as numbers
    on refusals.event = numbers.number
inner join {work}.stg_events as events
    on numbers.event_key = events.event_key
union all
select
    :run::bigint,
    :run::bigint,
    case position
        {#for type in types}
        when {type_count} then {type.name}
        {/for}
    end,
    identifier,
    'blocked',
    null,
    null,
    event_id,
    source,
    event_time
from blocked
where place = 1
