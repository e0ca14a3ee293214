-- One row per profile and value that attributes of distinct values choose. Of
-- values that weigh the same the one of the later event counts, then the
-- smaller one.
insert into {work}.int_attribute_values (profile, attribute_id, value)
{#for one in attributes}
{#if one.lists}
select distinct
    profile,
    {one.id} as attribute_id,
    {one.text} as value
from {work}.{readings}
where {one.text} is not null
{#else if one.counts}
select
    profile,
    {one.id} as attribute_id,
    cast(count(distinct {one.text}) as varchar) as value
from {work}.{readings}
where {one.text} is not null
group by profile
{#else}
select
    profile,
    {one.id} as attribute_id,
    value
from (
    select
        profile,
        value,
        row_number() over (
            partition by profile
            order by weight {one.direction}, last_time desc, value
        ) as place
    from (
        select
            profile,
            {one.text} as value,
            max(event_time) as last_time,
            {#if one.weight}
            cast(sum(cast({one.weight} as decimal(38, 6))) as decimal(38, 6))
                as weight
            {#else}
            count(*) as weight
            {/if}
        from {work}.{readings}
        where {one.text} is not null
            {#if one.weight}
            and abs({one.weight}) < cast('1e18' as float8)
            {/if}
        group by profile, {one.text}
    ) as counted
) as ranked
where place = 1
{/if}
{#if one_hasNext}
union all
{/if}
{/for}
