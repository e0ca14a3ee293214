-- Lengths are few, so the numbers are joined to them and not to all arrays.
insert into {work}.{places} (length, place)
with digits as (
    {#for digit in digits}
    select {digit}::int as digit{#if digit_hasNext} union all{/if}
    {/for}
),

numbers as (
    select
        ones.digit + 10 * tens.digit + 100 * hundreds.digit
            + 1000 * thousands.digit + 10000 * ten_thousands.digit as place
    from digits as ones
    cross join digits as tens
    cross join digits as hundreds
    cross join digits as thousands
    cross join digits as ten_thousands
    where ten_thousands.digit < 4
),

lengths as (
    select distinct
        case
            when is_valid_json_array({array}) then json_array_length({array})
        end as length
    from {work}.{arrays}
    where {array} is not null
)

select
    lengths.length,
    numbers.place
from lengths
inner join numbers
    on numbers.place < lengths.length
