-- One row per order of the window: from inclusive, to exclusive, UTC.
insert into {work}.stg_conversions (
    conversion_id, user_id, converted_at, revenue
)
select
    conversion_id,
    profile_id as user_id,
    converted_at,
    revenue
from {work}.int_orders
where reason is null
    and converted_at >= :window_from::timestamp
    and converted_at < :window_to::timestamp
