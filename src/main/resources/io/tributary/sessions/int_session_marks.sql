-- One row per session in whose time its owner has a row of a source of carts or
-- checkouts.
insert into {work}.int_session_marks (
    owner_key, session_number, has_cart, has_checkout
)
with marks as (
    select
        owners.user_key as owner_key,
        events.event_time,
        case when events.source = {cart_source} then 1 else 0 end as is_cart
    from {work}.stg_events as events
    inner join {work}.int_event_users as owners
        on events.event_key = owners.event_key
    where events.source in ({marks})
)

select
    sessions.owner_key,
    sessions.session_number,
    max(marks.is_cart) as has_cart,
    max(1 - marks.is_cart) as has_checkout
from marks
inner join {work}.int_session_bounds as sessions
    on marks.owner_key = sessions.owner_key
    and marks.event_time >= sessions.started_at
    and marks.event_time <= sessions.ended_at
group by sessions.owner_key, sessions.session_number
