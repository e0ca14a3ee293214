-- An event at the very moment is not before it.
insert into {work}.int_feature_events (
    event_key, profile, profile_id, source, event_time, seen, day
)
select
    events.event_key,
    profiles.user_key as profile,
    profiles.profile_id,
    events.source,
    events.event_time,
    {seen} as seen,
    {day} as day
from {work}.stg_events as events
inner join {work}.int_event_profiles as profiles
    on events.event_key = profiles.event_key
where events.event_time < {last}::timestamp
