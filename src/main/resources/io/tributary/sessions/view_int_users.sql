-- One row per profile, by its number.
create view {work}.int_users as
select distinct
    profile_key as user_key,
    profile_id
from {store}.identity_map
where to_run is null
