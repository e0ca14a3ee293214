-- One row per identifier of a component, in the order in which they were first
-- seen: event time, then priority, then value.
select
    identifier_key,
    identifier_type,
    identifier
from {store}.identity_map
where component_key = {component}
    and from_run <= (select run from {store}.live)
    and (to_run is null or to_run > (select run from {store}.live))
order by
    first_seen,
    case identifier_type
        {#for type in types}
        when {type.name} then {type_count}
        {/for}
    end,
    identifier
