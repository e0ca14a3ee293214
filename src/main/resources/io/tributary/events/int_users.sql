-- One row per user_id that an event has.
insert into {work}.int_users (user_key, profile_id)
select
    row_number() over (order by profile_id) as user_key,
    profile_id
from (
    select distinct lookup_1 as profile_id
    from {work}.stg_events
    where lookup_1 <> ''
) as users
