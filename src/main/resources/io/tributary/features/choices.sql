-- One row per profile and as-of moment: of the first so many values by name the
-- one that weighs most; of equal ones the first.
insert into {work}.{table} ({name}, profile, number)
with weighed as (
    select
        taken.profile,
        reach.number,
        taken.{value} as value,
        {#if weight}
        cast(sum(taken.{weight}) as decimal(38, 6)) as weight
        {#else}
        count(*) as weight
        {/if}
    from {reach}
    where taken.{value} is not null
        {#if when}
        and {when}
        {/if}
    group by taken.profile, reach.number, taken.{value}
),

named as (
    select
        profile,
        number,
        value,
        weight,
        row_number() over (
            partition by profile, number
            order by value
        ) as place
    from weighed
),

ranked as (
    select
        profile,
        number,
        value,
        row_number() over (
            partition by profile, number
            order by weight desc, value
        ) as place
    from named
    where place <= {most}
        and weight is not null
)

select
    value as {name},
    profile,
    number
from ranked
where place = 1
