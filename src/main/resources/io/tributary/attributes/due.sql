-- One row: the profiles, those that are due, and those that gave up something.
select
    count(*) as profiles,
    count(case when is_due = 1 then 1 end) as due
from {work}.int_attribute_profiles
