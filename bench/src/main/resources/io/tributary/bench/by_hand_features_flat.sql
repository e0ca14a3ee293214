-- What a person would take of the events once: typed columns and no JSON.
create table {work}.by_hand_flat as
select
    owners.user_key,
    owners.profile_id,
    events.source,
    events.event_id,
    events.event_time,
    date_diff('day', events.event_time::date, '2024-01-01'::date) as age,
    case when events.source in ('order_completed') then json_extract_string(events.payload, '$.order_id') end as order_id,
    case when events.source in ('order_completed') then try_cast(json_extract_string(events.payload, '$.total') as decimal(18, 6)) end as total,
    case when events.source in ('order_completed') then json_extract_string(events.payload, '$.products') end as products,
    case when events.source = 'identifies' then nullif(json_extract_string(events.payload, '$.gender'), '') end as gender,
    case when events.source = 'identifies' then nullif(json_extract_string(events.payload, '$.country'), '') end as country,
    case when events.source = 'identifies' then nullif(json_extract_string(events.payload, '$.state'), '') end as state,
    case when events.source = 'identifies' then try_cast(json_extract_string(events.payload, '$.birthday') as date) end as birthday,
    case when events.source = 'identifies' then nullif(json_extract_string(events.payload, '$.email'), '') end as email,
    case when events.source = 'identifies' then lower(json_extract_string(events.payload, '$.device_type')) end as device_type,
    case when events.source = 'identifies' then nullif(json_extract_string(events.payload, '$.campaign_source'), '') end as campaign_source,
    case when events.source = 'checkout_step_completed' then nullif(json_extract_string(events.payload, '$.payment_method'), '') end as payment_method,
    case when events.source = 'product_added' then nullif(json_extract_string(events.payload, '$.cart_id'), '') end as cart_id,
    case when events.source = 'product_added' then nullif(json_extract_string(events.payload, '$.sku'), '') end as sku
from {work}.stg_events as events
inner join {work}.int_event_profiles as owners
    on events.event_key = owners.event_key
where events.event_time < '2024-01-01'::timestamp
