-- One row per profile and as-of moment: JSON arrays of the distinct values,
-- sorted. Whether a list is too long is known before it is built: then it is
-- null.
insert into {work}.{table} (
    {#for one in columns}
    {one.name},
    {/for}
    profile, number
)
with distinct_values as (
    select
        taken.profile,
        reach.number,
        taken.{value} as value,
        min(reach.day - taken.day) as age
    from {reach}
    where taken.{value} is not null
    group by taken.profile, reach.number, taken.{value}
),

quoted as (
    select
        profile,
        number,
        value,
        age,
        json_serialize(object('v', value)) as document
    from distinct_values
),

measured as (
    select
        profile,
        number,
        value,
        age,
        substring(document, 6, length(document) - 6) as element,
        {#for one in columns}
        count({#if one.days}case when age <= {one.days} then 1 end{#else}*{/if}) over (
            partition by profile, number
        ) as size_{one.name},
        cast(
            sum({#if one.days}case when age <= {one.days} then octet_length(document) end{#else}octet_length(document){/if}) over (
                partition by profile, number
            ) as bigint
        ) as bytes_{one.name}{#if one_hasNext},{/if}
        {/for}
    from quoted
)

select
    {#for one in columns}
    '[' || listagg(
        case
            when size_{one.name} <= {one.most}
                and bytes_{one.name} <= 60000
                {#if one.days}
                and age <= {one.days}
                {/if}
                then element
        end,
        ','
    ) within group (order by value) || ']' as {one.name},
    {/for}
    profile,
    number
from measured
group by profile, number
