-- A profile differs in an attribute when it has a value in one of the two that
-- it has not in the other; a list has a row per value.
insert into {work}.int_attribute_differences (
    attribute_id, values_before, values_now, profiles, profiles_that_differ
)
with before as (
    select
        profile_id,
        attribute_id,
        coalesce(value, '') as value
    from {published}.profile_attributes
),

now as (
    select
        profile_id,
        attribute_id,
        coalesce(value, '') as value
    from {store}.profile_attributes
    where {attributes}
),

compared as (
    select
        coalesce(before.attribute_id, now.attribute_id) as attribute_id,
        coalesce(before.profile_id, now.profile_id) as profile_id,
        count(before.profile_id) as values_before,
        count(now.profile_id) as values_now,
        max(
            case
                when before.profile_id is null or now.profile_id is null then 1
                else 0
            end
        ) as differs
    from before
    full outer join now
        on before.profile_id = now.profile_id
        and before.attribute_id = now.attribute_id
        and before.value = now.value
    group by
        coalesce(before.attribute_id, now.attribute_id),
        coalesce(before.profile_id, now.profile_id)
)

select
    attribute_id,
    sum(values_before)::bigint as values_before,
    sum(values_now)::bigint as values_now,
    count(*) as profiles,
    sum(differs)::bigint as profiles_that_differ
from compared
group by attribute_id
