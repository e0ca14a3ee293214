select
    orders.id,
    orders.event_time,
    json_extract_array_element_text(orders.products, places.place, true)
        as line,
    orders.profile,
    orders.seen,
    orders.gone,
    orders.day
from {work}.{orders} as orders
inner join {work}.int_feature_places as places
    on orders.product_lines = places.length
