select
    events.event_id as id,
    events.source,
    events.source_id,
    events.type,
    events.version,
    events.event_time,
    events.payload,
    known.profile,
    known.seen,
    null::int as gone,
    known.day
from {work}.int_feature_events as known
inner join {work}.stg_events as events
    on known.event_key = events.event_key
where known.source = {source}
    and events.source = {source}
