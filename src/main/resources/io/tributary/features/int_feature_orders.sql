-- Of the rows of one order the latest before a moment is there. Products that are
-- no array are none.
insert into {work}.{orders} (
    id, source_id, type, version, event_time, payload, products, product_lines,
    profile, seen, gone, day
)
with named as (
    select
        events.event_id as id,
        events.source_id,
        events.type,
        events.version,
        events.event_time,
        events.payload,
        {#if has_products}
        json_extract_path_text(events.payload, 'products', true) as products,
        {/if}
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
),

versions as (
    select
        *,
        lead(seen) over (
            partition by profile, order_id
            order by event_time, id
        ) as gone
    from named
)

select
    id,
    source_id,
    type,
    version,
    event_time,
    payload,
    {#if has_products}
    products,
    case
        when is_valid_json_array(products)
            then json_array_length(products)
    end as product_lines,
    {#else}
    null::varchar as products,
    null::int as product_lines,
    {/if}
    profile,
    seen,
    gone,
    day
from versions
where gone is null
    or gone > seen
