-- One row per profile and as-of moment: JSON arrays of the distinct values,
-- sorted. Whether a list is too long is known before it is built: then it is
-- null. It is measured where all values of a profile might be too much.
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

long_profiles as (
    select profile
    from {work}.{rows}
    where {value} is not null
    group by profile
    having count(*) > {fewest}
        or 6 * cast(sum(octet_length({value})) as bigint) + 3 * count(*) >= 60000
),

sizes as (
    select
        quoted.profile,
        quoted.number,
        {#for one in columns}
        count({#if one.days}case when quoted.age <= {one.days} then 1 end{#else}*{/if}) as size_{one.name},
        cast(
            sum(
                octet_length(quoted.document) - 5
                {#if one.days}
                + case when quoted.age > {one.days} then 5 - octet_length(quoted.document) else 0 end
                {/if}
            ) as bigint
        ) as bytes_{one.name}{#if one_hasNext},{/if}
        {/for}
    from quoted
    inner join long_profiles
        on quoted.profile = long_profiles.profile
    group by quoted.profile, quoted.number
)

select
    {#for one in columns}
    '[' || listagg(
        case
            when coalesce(sizes.size_{one.name}, 0) <= {one.most}
                and coalesce(sizes.bytes_{one.name}, 0) < 60000
                {#if one.days}
                and quoted.age <= {one.days}
                {/if}
                then substring(quoted.document, 6, length(quoted.document) - 6)
        end,
        ','
    ) within group (order by quoted.value) || ']' as {one.name},
    {/for}
    quoted.profile,
    quoted.number
from quoted
left join sizes
    on quoted.profile = sizes.profile
    and quoted.number = sizes.number
group by quoted.profile, quoted.number
