-- One row per order: of the rows of an order_id the latest counts, then the one
-- with the greatest id. Its revenue, else its total, is what it is worth.
insert into {work}.int_orders (
    conversion_id, profile_id, converted_at, revenue, reason, document
)
with order_rows as (
    select
        events.event_id,
        events.event_time as converted_at,
        {#if identified}
        coalesce(
            profiles.profile_id,
            'p_' || left(
                sha2({alone} || events.event_id, 256), 24
            )
        ) as profile_id,
        {#else}
        profiles.profile_id,
        {/if}
        nullif(
            trim(json_extract_path_text(events.payload, 'order_id', true)), ''
        ) as order_id,
        nullif(
            trim(json_extract_path_text(events.payload, 'revenue', true)), ''
        ) as revenue_text,
        nullif(
            trim(json_extract_path_text(events.payload, 'total', true)), ''
        ) as total_text
    from {work}.stg_events as events
    left join {work}.int_event_profiles as profiles
        on events.event_key = profiles.event_key
    where events.source = {orders}
),

numbered as (
    select
        *,
        coalesce(order_id, event_id) as conversion_id,
        coalesce(revenue_text, total_text) as worth_text,
        row_number() over (
            partition by coalesce(order_id, event_id)
            order by converted_at desc, event_id desc
        ) as place
    from order_rows
),

typed as (
    select
        *,
        try_cast(worth_text as decimal(18, 4)) as revenue
    from numbered
    where place = 1
),

checked as (
    select
        *,
        case
            when octet_length(conversion_id) > 256
                then 'order_id is longer than 256 bytes'
            when profile_id is null
                then 'user_id is missing'
            when worth_text is null
                then 'revenue and total are missing'
            when revenue is null
                then 'revenue is no finite number below 10^14: write 1234.50'
            when revenue < 0
                then 'revenue is negative'
        end as reason
    from typed
)

select
    case when reason is null then conversion_id end as conversion_id,
    profile_id,
    converted_at,
    revenue,
    reason,
    case
        when reason is not null
            then json_serialize(
                object(
                    'id', left(event_id, 500),
                    'order_id', left(order_id, 500),
                    'revenue', left(revenue_text, 500),
                    'total', left(total_text, 500)
                )
            )
    end as document
from checked
