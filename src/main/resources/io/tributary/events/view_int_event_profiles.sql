-- One row per event of a user, whose user_id is the profile.
create view {work}.int_event_profiles as
select
    events.event_key,
    events.source,
    events.event_id,
    users.profile_id,
    owners.user_key
from {work}.int_event_users as owners
inner join {work}.int_users as users
    on owners.user_key = users.user_key
inner join {work}.stg_events as events
    on owners.event_key = events.event_key
