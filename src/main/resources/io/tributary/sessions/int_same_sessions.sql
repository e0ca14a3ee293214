-- One row per session of which all is as it was when the last run described it.
insert into {work}.int_same_sessions (session_id)
select sessions.session_id
from {work}.int_session_inputs as sessions
inner join {store}.web_sessions as stored
    on sessions.session_id = stored.session_id
where stored.to_run is null
    and sessions.fingerprint = stored.fingerprint
    and sessions.session_number = stored.session_number
    and sessions.started_at = stored.started_at
    and sessions.ended_at = stored.ended_at
    and sessions.events = stored.events
    and sessions.page_views = stored.page_views
    and sessions.has_cart = stored.has_cart
    and sessions.has_checkout = stored.has_checkout
    and coalesce(sessions.profile_id, '') = coalesce(stored.profile_id, '')
    and coalesce(sessions.anonymous_id, '') = coalesce(stored.anonymous_id, '')
    and coalesce(case when sessions.page_views > 0 then sessions.page_url end, '')
        = coalesce(stored.first_page_url, '')
    and coalesce(sessions.last_page_url, '')
        = coalesce(stored.last_page_url, '')
    and coalesce(sessions.referrer, '') = coalesce(stored.referrer, '')
    and coalesce(sessions.country, '') = coalesce(stored.country, '')
