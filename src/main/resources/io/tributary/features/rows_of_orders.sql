select
    id,
    source,
    source_id,
    type,
    version,
    event_time,
    payload,
    case
        when is_valid_json_array(products)
            then json_array_length(products)
    end as product_lines,
    products,
    profile,
    seen,
    lead(seen) over (
        partition by profile, order_id
        order by event_time, id
    ) as gone,
    day
from (
    select
        events.event_id as id,
        events.source,
        events.source_id,
        events.type,
        events.version,
        events.event_time,
        events.payload,
        json_extract_path_text(events.payload, 'products', true) as products,
        coalesce(
            'order:' || nullif(
                trim(json_extract_path_text(events.payload, 'order_id', true)),
                ''
            ),
            'id:' || events.event_id
        ) as order_id,
        known.profile,
        known.seen,
        known.day
    from {work}.int_feature_events as known
    inner join {work}.stg_events as events
        on known.event_key = events.event_key
    where known.source = {source}
        and events.source = {source}
) as orders
