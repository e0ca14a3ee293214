-- The orders whose lines are taken.
insert into {work}.int_feature_orders (
    id, event_time, products, product_lines, profile, seen, gone, day
)
with source_rows as (
    {source_rows}
)

select
    id,
    event_time,
    products,
    product_lines,
    profile,
    seen,
    gone,
    day
from source_rows
where product_lines > 0
    and (gone is null or gone > seen)
