-- One row per event of a profile, with the profile's number.
with base as (
    {base}
)

select
    base.*,
    profiles.number as profile
from base
inner join {work}.int_attribute_profiles as profiles
    on base.profile_id = profiles.profile_id
{#if due_only}
where profiles.is_due = 1
{/if}
