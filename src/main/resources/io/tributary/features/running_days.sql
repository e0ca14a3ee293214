-- One row per profile and as-of moment at which the number of its distinct days
-- changes, and the moment at which it does so again. A day counts from the first
-- moment that saw it to the first that is too many days later.
insert into {work}.{table} (
    {#for one in columns}
    {one.name},
    {/for}
    profile, number, until
)
with days as (
    select
        profile,
        day,
        min(seen) as seen
    from {work}.{rows}
    group by profile, day
),

changes as (
    select
        {#for one in columns}
        1 as {one.name},
        {/for}
        profile,
        seen as number
    from days
    {#for window in windows}
    union all
    select
        {#for one in columns}
        {#if one.days == window}-1{#else}0{/if} as {one.name},
        {/for}
        days.profile,
        steps.number
    from days
    inner join {work}.int_as_of_days as steps
        on steps.day = case
            when days.day + {window} + 1 > {first_day} then days.day + {window} + 1
            else {first_day}
        end
    {/for}
),

summed as (
    select
        {#for one in columns}
        cast(sum({one.name}) as bigint) as {one.name},
        {/for}
        profile,
        number
    from changes
    group by profile, number
)

select
    {#for one in columns}
    cast(
        sum({one.name}) over (
            partition by profile
            order by number
            rows between unbounded preceding and current row
        ) as bigint
    ) as {one.name},
    {/for}
    profile,
    number,
    coalesce(
        lead(number) over (partition by profile order by number),
        {after}
    ) as until
from summed
