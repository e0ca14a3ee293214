-- One row per session. A moment and a key in one number make the first and the
-- last event by both; of the keys there are less than 10^12. What the moment was
-- is subtracted again, as a remainder of such a number takes longer. The keys of
-- tracks and of pages say nothing of each other: where both are at the first
-- moment, the greater key is kept beside the other.
insert into {work}.int_session_bounds (
    owner_key, session_number, started_at, ended_at, events, page_views,
    first_event_key, tied_event_key, first_page_key, last_page_key,
    first_agent_key, tied_agent_key, has_cart, has_checkout
)
with moments as (
    select
        owner_key,
        session_number,
        event_key,
        event_time,
        datediff(microsecond, '0001-01-01'::timestamp, event_time) as moment,
        is_page,
        is_cart,
        is_checkout,
        has_agent
    from {work}.int_session_events
),

places as (
    select
        *,
        moment::decimal(38, 0) * 1000000000000 + event_key as place
    from moments
),

sessions as (
    select
        owner_key,
        session_number,
        min(event_time) as started_at,
        max(event_time) as ended_at,
        count(*)::int as events,
        sum(is_page)::int as page_views,
        min(case when is_page = 0 then moment end) as first_track_moment,
        min(case when is_page = 0 then place end) as first_track_place,
        min(case when is_page = 1 then moment end) as first_page_moment,
        min(case when is_page = 1 then place end) as first_page_place,
        max(case when is_page = 1 then moment end) as last_page_moment,
        max(case when is_page = 1 then place end) as last_page_place,
        min(
            case when has_agent = 1 and is_page = 0 then moment end
        ) as track_agent_moment,
        min(
            case when has_agent = 1 and is_page = 0 then place end
        ) as track_agent_place,
        min(
            case when has_agent = 1 and is_page = 1 then moment end
        ) as page_agent_moment,
        min(
            case when has_agent = 1 and is_page = 1 then place end
        ) as page_agent_place,
        max(is_cart) as has_cart,
        max(is_checkout) as has_checkout
    from places
    group by owner_key, session_number
),

firsts as (
    select
        *,
        least(first_track_moment, first_page_moment) as first_moment,
        least(first_track_place, first_page_place) as first_place,
        case
            when first_track_moment = first_page_moment
                then greatest(first_track_place, first_page_place)
        end as tied_place,
        least(track_agent_moment, page_agent_moment) as first_agent_moment,
        least(track_agent_place, page_agent_place) as first_agent_place,
        case
            when track_agent_moment = page_agent_moment
                then greatest(track_agent_place, page_agent_place)
        end as tied_agent_place
    from sessions
)

select
    owner_key,
    session_number,
    started_at,
    ended_at,
    events,
    page_views,
    (
        first_place - first_moment::decimal(38, 0) * 1000000000000
    )::bigint as first_event_key,
    (
        tied_place - first_moment::decimal(38, 0) * 1000000000000
    )::bigint as tied_event_key,
    (
        first_page_place - first_page_moment::decimal(38, 0) * 1000000000000
    )::bigint as first_page_key,
    (
        last_page_place - last_page_moment::decimal(38, 0) * 1000000000000
    )::bigint as last_page_key,
    (
        first_agent_place - first_agent_moment::decimal(38, 0) * 1000000000000
    )::bigint as first_agent_key,
    (
        tied_agent_place - first_agent_moment::decimal(38, 0) * 1000000000000
    )::bigint as tied_agent_key,
    has_cart,
    has_checkout
from firsts
