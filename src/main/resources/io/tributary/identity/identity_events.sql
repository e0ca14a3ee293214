-- One row per event that was stitched for the first time.
insert into {store}.identity_events (
    run, run_id, source, event_id, event_time
)
select
    :run::bigint,
    :run::bigint,
    events.source,
    events.event_id,
    events.event_time
from {work}.int_stitching_events as numbers
inner join {work}.stg_events as events
    on numbers.event_key = events.event_key
where numbers.fresh = 1
