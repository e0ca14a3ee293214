-- Lengths are few, so the numbers are joined to them and not to all orders.
insert into {work}.int_feature_places (length, place)
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
    select distinct product_lines as length
    from {work}.{orders}
    where product_lines > 0
)

select
    lengths.length,
    numbers.place
from lengths
inner join numbers
    on numbers.place < lengths.length
