-- Seen is the first moment of the event's own profile after it. An event at the
-- very moment is not before it.
insert into {work}.int_feature_events (
    event_key, profile, profile_id, source, event_time, seen, day
)
select
    events.event_key,
    profiles.user_key as profile,
    profiles.profile_id,
    events.source,
    events.event_time,
    min(pairs.number) as seen,
    {day} as day
from {work}.stg_events as events
inner join {work}.int_event_profiles as profiles
    on events.event_key = profiles.event_key
inner join {work}.int_as_of_pairs as pairs
    on profiles.user_key = pairs.profile
    and events.event_time < pairs.as_of
group by
    events.event_key,
    profiles.user_key,
    profiles.profile_id,
    events.source,
    events.event_time
