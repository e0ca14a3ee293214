-- One row per profile and attribute that has one value.
insert into {work}.int_attribute_values (profile, attribute_id, value)
{#for one in attributes}
select
    profile,
    {one.id} as attribute_id,
    {one.column} as value
from {work}.{scalars}
where {one.column} is not null
{#if one_hasNext}
union all
{/if}
{/for}
