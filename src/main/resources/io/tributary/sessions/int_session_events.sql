-- One row per track or page of somebody. A pause of exactly the gap still belongs
-- to the session; what is at one moment is in the order of its keys.
insert into {work}.int_session_events (
    event_key, owner_key, session_number, event_time, is_page, is_cart,
    is_checkout, has_agent
)
with events as (
    select
        events.event_key,
        coalesce(owners.user_key, strangers.stranger_key) as owner_key,
        events.event_time,
        {is_page} as is_page,
        {#if tracks}
        case
            when events.source = {tracks}
                and lower(events.type) in (
                    'product added', 'product_added', 'product removed',
                    'product_removed', 'cart viewed', 'cart_viewed'
                )
                then 1
            else 0
        end as is_cart,
        case
            when events.source = {tracks}
                and lower(events.type) in (
                    'checkout started', 'checkout_started',
                    'checkout step viewed', 'checkout_step_viewed',
                    'checkout step completed', 'checkout_step_completed',
                    'payment info entered', 'payment_info_entered',
                    'order completed', 'order_completed'
                )
                then 1
            else 0
        end as is_checkout,
        {#else}
        0 as is_cart,
        0 as is_checkout,
        {/if}
        case when events.page_user_agent is not null then 1 else 0 end
            as has_agent
    from {work}.stg_events as events
    left join {work}.int_event_users as owners
        on events.event_key = owners.event_key
    left join {work}.int_strangers as strangers
        on events.anonymous_id = strangers.anonymous_id
    where events.source in ({sources})
),

pauses as (
    select
        *,
        lag(event_time) over (
            partition by owner_key
            order by event_time, event_key
        ) as previous_time
    from events
    where owner_key is not null
),

starts as (
    select
        *,
        case
            when event_time <= dateadd('second', {gap}, previous_time) then 0
            else 1
        end as is_start
    from pauses
)

select
    event_key,
    owner_key,
    (
        sum(is_start) over (
            partition by owner_key
            order by event_time, event_key
            rows between unbounded preceding and current row
        )
    )::int as session_number,
    event_time,
    is_page,
    is_cart,
    is_checkout,
    has_agent
from starts
