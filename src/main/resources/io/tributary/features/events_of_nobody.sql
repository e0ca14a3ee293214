-- One row: events before the last as-of moment that are of no profile.
select events.before - known.before as of_nobody
from (
    select count(*) as before
    from {work}.stg_events
    where event_time < {last}::timestamp
) as events
cross join (
    select count(*) as before
    from {work}.int_feature_events
) as known
