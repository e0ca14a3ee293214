-- Days between two moments belong to the later one.
insert into {work}.int_as_of_days (day, number)
with digits as (
    {#for digit in digits}
    select {digit}::int as digit{#if digit_hasNext} union all{/if}
    {/for}
),

numbers as (
    select
        {#for power in powers}
        {power} * digits_{power}.digit{#if power_hasNext} +{#else} as place{/if}
        {/for}
    {#for power in powers}
    {#if power_index == 0}from{#else}cross join{/if} digits as digits_{power}
    {/for}
),

days as (
    select
        day,
        min(number) as number
    from {work}.int_as_of
    group by day
),

gaps as (
    select
        day,
        number,
        coalesce(day - lag(day) over (order by day), 1) as length
    from days
)

select
    gaps.day - numbers.place as day,
    gaps.number
from gaps
inner join numbers
    on numbers.place < gaps.length
