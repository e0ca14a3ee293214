-- One row per conversion of the window: from inclusive, to exclusive, UTC.
insert into {work}.stg_conversions (
    conversion_id, user_id, converted_at, revenue
)
select
    conversions.conversion_id,
    min(conversions.user_id) as user_id,
    min(conversions.converted_at) as converted_at,
    min(conversions.revenue) as revenue
from {work}.int_conversions as conversions
left join {work}.int_conversion_copies as copies
    on conversions.conversion_id = copies.conversion_id
where conversions.reason is null
    and coalesce(copies.is_equal, 1) = 1
    and conversions.converted_at >= :window_from::timestamp
    and conversions.converted_at < :window_to::timestamp
group by conversions.conversion_id
