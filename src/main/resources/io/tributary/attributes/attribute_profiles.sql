-- One row per profile of which all attributes were calculated in the run.
insert into {store}.attribute_profiles (
    from_run, profile_id, events, contents, calculated_at
)
select
    :run::bigint,
    profile_id,
    events,
    contents,
    :planned_at::timestamp
from {work}.int_attribute_profiles
where is_due = 1
