-- One row per event of a user.
insert into {work}.int_event_users (event_key, user_key)
select
    events.event_key,
    users.user_key
from {work}.stg_events as events
inner join {work}.int_users as users
    on events.lookup_1 = users.profile_id
