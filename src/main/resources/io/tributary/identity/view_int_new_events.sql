-- By other rules all events are new.
create view {work}.int_new_events as
select
    event_key,
    source,
    event_id,
    {#for type in types}
    identifier_{type_count},
    {/for}
    event_time
from {work}.stg_events
where {carries}
