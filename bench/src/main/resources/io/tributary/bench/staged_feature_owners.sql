-- One row per event with its profile.
create table {work}.int_event_profiles as
select
    event_key,
    source,
    event_id,
    'p_' || left(
        md5((event_key % {profiles})::varchar), 24
    ) as profile_id,
    (event_key % {profiles})::bigint as user_key
from {work}.stg_events
