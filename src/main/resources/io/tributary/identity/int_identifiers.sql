-- One row per identifier: event time, then priority, then value give numbers. An
-- identifier that no event carries any more has none.
insert into {work}.int_identifiers (
    number, position, identifier_type, identifier, identifier_key, first_seen,
    is_torn, component_before, profile_before, profile_id_before
)
with touched as (
    select
        case identities.identifier_type
            {#for type in types}
            when {type.name} then {type_count}
            {/for}
        end as position,
        identities.identifier,
        identities.identifier_key,
        identities.first_seen,
        components.is_torn,
        case
            when components.is_torn = 0 then identities.component_key
        end as component_before,
        identities.profile_key as profile_before,
        identities.profile_id as profile_id_before
    from {store}.identity_map as identities
    inner join {work}.int_touched_components as components
        on identities.component_key = components.component_key
    where identities.to_run is null
),

{#if !rebuilds}
carried as (
    select
        touched.identifier_key,
        min(events.event_time) as first_seen
    from touched
    inner join {store}.identity_event_identifiers as identifiers
        on touched.identifier_key = identifiers.identifier_key
    inner join {store}.identity_events as events
        on identifiers.event_key = events.event_key
    where touched.is_torn = 1
        and identifiers.to_run is null
    group by touched.identifier_key
),

{/if}
stitched as (
    select
        touched.position,
        touched.identifier,
        touched.identifier_key,
        {#if rebuilds}
        seen.first_seen,
        {#else}
        case
            when touched.is_torn = 1 then carried.first_seen
            when seen.first_seen < touched.first_seen then seen.first_seen
            else touched.first_seen
        end as first_seen,
        {/if}
        touched.is_torn,
        touched.component_before,
        touched.profile_before,
        touched.profile_id_before
    from touched
    {#if !rebuilds}
    left join carried
        on touched.identifier_key = carried.identifier_key
    {/if}
    left join {work}.int_seen_identifiers as seen
        on touched.identifier_key = seen.identifier_key
    union all
    select
        position,
        identifier,
        identifier_key,
        first_seen,
        0 as is_torn,
        null::bigint as component_before,
        null::bigint as profile_before,
        null::varchar as profile_id_before
    from {work}.int_seen_identifiers
    where is_known = 0
        and is_blocked = 0
)

select
    (row_number() over (order by first_seen, position, identifier))::int
        as number,
    position,
    case position
        {#for type in types}
        when {type_count} then {type.name}
        {/for}
    end as identifier_type,
    identifier,
    identifier_key,
    first_seen,
    is_torn,
    component_before,
    profile_before,
    profile_id_before
from stitched
where first_seen is not null
