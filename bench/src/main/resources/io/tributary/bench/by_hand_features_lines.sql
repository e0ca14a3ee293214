-- One row per product line of an order.
create table {work}.by_hand_lines as
with arrays as (
    select
        user_key,
        unnest(from_json(products, '["JSON"]')) as line
    from {work}.by_hand_flat
    where products is not null
)

select
    user_key,
    line ->> '$.sku' as product,
    line ->> '$.category' as category,
    try_cast(line ->> '$.price' as double)
        * coalesce(try_cast(line ->> '$.quantity' as double), 1) as spent
from arrays
