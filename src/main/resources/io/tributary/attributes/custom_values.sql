-- One row per profile and value that the query of a custom attribute gives.
insert into {work}.int_attribute_values (profile, attribute_id, value)
with base as (
    {base}
)

select
    profiles.number as profile,
    {id} as attribute_id,
    rtrim(cast(answers.value as varchar), ' ') as value
from (
    {query}
) as answers
inner join {work}.int_attribute_profiles as profiles
    on answers.profile_id = profiles.profile_id
where rtrim(cast(answers.value as varchar), ' ') <> ''
    {#if due_only}
    and profiles.is_due = 1
    {/if}
