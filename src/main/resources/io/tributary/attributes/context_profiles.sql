-- One row per profile that has events.
select
    profile_id,
    count(*) as events,
    min(event_time) as first_seen,
    max(event_time) as last_seen
from events
group by profile_id
