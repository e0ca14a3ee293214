-- One row per value of new events; blank values are none. Keys go on from the
-- largest that was given.
insert into {work}.int_seen_identifiers (
    position, identifier, first_seen, is_blocked, is_known, identifier_key,
    component_key, is_earlier
)
with seen as (
    {#for type in types}
    select
        {type_count} as position,
        identifier_{type_count} as identifier,
        min(event_time) as first_seen,
        {#if type.blocked}
        case when {type.blocked} then 1 else 0 end as is_blocked
        {#else}
        0 as is_blocked
        {/if}
    from {work}.int_new_events
    where {type.identifies}
    group by identifier_{type_count}
    {#if type_hasNext}
    union all
    {/if}
    {/for}
),

known as (
    select
        case identifier_type
            {#for type in types}
            when {type.name} then {type_count}
            {/for}
        end as position,
        identifier,
        identifier_key,
        component_key,
        first_seen
    from {store}.identity_map
    where to_run is null
),

matched as (
    select
        seen.position,
        seen.identifier,
        seen.first_seen,
        seen.is_blocked,
        case
            when seen.is_blocked = 0 then known.identifier_key
        end as known_key,
        case
            when seen.is_blocked = 0 then known.component_key
        end as component_key,
        case
            when seen.first_seen < known.first_seen then 1
            else 0
        end as is_earlier
    from seen
    left join known
        on seen.identifier = known.identifier
        and seen.position = known.position
)

select
    position,
    identifier,
    first_seen,
    is_blocked,
    case when known_key is null then 0 else 1 end as is_known,
    case
        when is_blocked = 1 then null
        else coalesce(
            known_key,
            (select coalesce(max(identifier_key), 0) from {store}.identity_map)
                + row_number() over (
                    partition by
                        is_blocked,
                        case when known_key is null then 0 else 1 end
                    order by first_seen, position, identifier
                )
        )
    end as identifier_key,
    component_key,
    is_earlier
from matched
