-- One row per profile, attribute and value that the run calculated.
insert into {store}.profile_attributes (
    from_run, profile_id, attribute_id, value, calculated_at
)
select
    :run::bigint,
    profiles.profile_id,
    taken.attribute_id,
    taken.value,
    :planned_at::timestamp
from {work}.int_attribute_values as taken
inner join {work}.int_attribute_profiles as profiles
    on taken.profile = profiles.number
