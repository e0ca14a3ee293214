-- One row per anonymous_id of which an event is of no profile. Its key is
-- negative, so that it is never that of a profile.
insert into {work}.int_strangers (stranger_key, anonymous_id)
select
    -row_number() over (order by anonymous_id) as stranger_key,
    anonymous_id
from (
    select distinct events.anonymous_id
    from {work}.stg_events as events
    left join {work}.int_event_users as owners
        on events.event_key = owners.event_key
    where owners.event_key is null
        and events.anonymous_id is not null
        and events.source in ({sources})
) as strangers
