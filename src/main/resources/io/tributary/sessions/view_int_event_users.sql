-- One row per event of a profile.
create view {work}.int_event_users as
select
    event_key,
    user_key
from {work}.int_event_profiles
