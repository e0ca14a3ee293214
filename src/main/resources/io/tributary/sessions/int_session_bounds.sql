-- One row per session. A moment and a key in one number make the first and the
-- last event by both; of the keys there are less than 10^12.
insert into {work}.int_session_bounds (
    owner_key, session_number, started_at, ended_at, events, page_views,
    first_event_key, first_page_key, last_page_key, has_cart, has_checkout
)
with places as (
    select
        owner_key,
        session_number,
        event_time,
        is_page,
        is_cart,
        is_checkout,
        datediff(
            microsecond, '0001-01-01'::timestamp, event_time
        )::decimal(38, 0) * 1000000000000 + event_key as place
    from {work}.int_session_events
),

sessions as (
    select
        owner_key,
        session_number,
        min(event_time) as started_at,
        max(event_time) as ended_at,
        count(*)::int as events,
        sum(is_page)::int as page_views,
        min(place) as first_place,
        min(case when is_page = 1 then place end) as first_page_place,
        max(case when is_page = 1 then place end) as last_page_place,
        max(is_cart) as has_cart,
        max(is_checkout) as has_checkout
    from places
    group by owner_key, session_number
)

select
    owner_key,
    session_number,
    started_at,
    ended_at,
    events,
    page_views,
    mod(first_place, 1000000000000)::bigint as first_event_key,
    mod(first_page_place, 1000000000000)::bigint as first_page_key,
    mod(last_page_place, 1000000000000)::bigint as last_page_key,
    has_cart,
    has_checkout
from sessions
