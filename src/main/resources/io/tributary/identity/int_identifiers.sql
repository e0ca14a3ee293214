-- One row per identifier: event time, then priority, then value give numbers.
insert into {work}.int_identifiers (
    number, position, identifier_type, identifier, first_seen, profile_id
)
with seen as (
    select
        position,
        identifier,
        min(event_time) as first_seen
    from {work}.int_event_identifiers
    where is_blocked = 0
    group by position, identifier
),

named as (
    select
        position,
        identifier,
        first_seen,
        case position
            {#for type in types}
            when {type_count} then {type.name}
            {/for}
        end as identifier_type
    from seen
)

select
    (row_number() over (order by first_seen, position, identifier))::int
        as number,
    position,
    identifier_type,
    identifier,
    first_seen,
    'p_' || left(sha2(identifier_type || ':' || identifier, 256), 24)
        as profile_id
from named
