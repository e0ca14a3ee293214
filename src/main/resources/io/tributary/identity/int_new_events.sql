-- One row per event that is not as it was, or was not there.
insert into {work}.int_new_events (
    event_key, source, event_id,
    {#for type in types}
    identifier_{type_count},
    {/for}
    event_time
)
select
    events.event_key,
    events.source,
    events.event_id,
    {#for type in types}
    events.identifier_{type_count},
    {/for}
    events.event_time
from {work}.int_event_differences as differences
inner join {work}.stg_events as events
    on differences.staged_key = events.event_key
