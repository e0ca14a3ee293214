-- One row per web session of a profile. Two pages hold somebody, a cart or a
-- checkout closes.
insert into {work}.stg_sessions (
    session_id, user_id, session_at, channel, holder_engagement,
    closer_engagement, impression_interaction
)
select
    session_id,
    profile_id as user_id,
    started_at as session_at,
    channel,
    case when page_views >= 2 then 1 else 0 end as holder_engagement,
    greatest(has_cart, has_checkout) as closer_engagement,
    0 as impression_interaction
from {work}.int_web_sessions
where profile_id is not null
