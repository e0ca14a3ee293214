-- One row per attribute, those that differ most first.
select
    attribute_id,
    values_before,
    values_now,
    profiles,
    profiles_that_differ
from {work}.int_attribute_differences
order by profiles_that_differ desc, attribute_id
