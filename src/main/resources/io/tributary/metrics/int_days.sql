-- One row per day from the first to the last; without a start the first is that
-- of the first event.
insert into {work}.int_days (event_date)
with digits as (
    {#for digit in digits}
    select {digit} as digit
    {#if digit_hasNext}
    union all
    {/if}
    {/for}
),

numbers as (
    select
        ones.digit + 10 * tens.digit + 100 * hundreds.digit
            + 1000 * thousands.digit + 10000 * myriads.digit as number
    from digits as ones
    cross join digits as tens
    cross join digits as hundreds
    cross join digits as thousands
    cross join digits as myriads
),

bounds as (
    select
        {#if has_start}
        :first_date::date as first_date,
        {#else}
        min(event_date) as first_date,
        {/if}
        :last_date::date as last_date
    {#if not_has_start}
    from {work}.int_session_days
    {/if}
)

select
    dateadd('day', numbers.number, bounds.first_date)::date as event_date
from bounds
inner join numbers
    on numbers.number <= datediff('day', bounds.first_date, bounds.last_date)
