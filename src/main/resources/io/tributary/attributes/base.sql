-- One row per event of a profile: what attributes, contexts and queries read.
select
    profiles.profile_id,
    events.event_id as id,
    events.source,
    events.source_id,
    events.type,
    events.version,
    events.event_time,
    events.payload
from {work}.stg_events as events
inner join {work}.int_event_profiles as profiles
    on events.event_key = profiles.event_key
