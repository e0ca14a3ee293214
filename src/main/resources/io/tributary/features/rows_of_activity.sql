select
    event_key as id,
    source,
    event_time,
    profile,
    seen,
    null::int as gone,
    day
from {work}.int_feature_events
where source in ({activity})
