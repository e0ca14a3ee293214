-- One row per profile and as-of moment: how many distinct values there are, of
-- all and of those that are at most so many days old.
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
)

select
    {#for one in columns}
    count({#if one.days}case when age <= {one.days} then 1 end{#else}*{/if}),
    {/for}
    profile,
    number
from distinct_values
group by profile, number
