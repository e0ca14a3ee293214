-- At most one row: the profile and the component of an identifier at the live run.
select
    profile_id,
    component_key
from {store}.identity_map
where identifier_type = {type}
    and identifier = {value}
    and from_run <= (select run from {store}.live)
    and (to_run is null or to_run > (select run from {store}.live))
