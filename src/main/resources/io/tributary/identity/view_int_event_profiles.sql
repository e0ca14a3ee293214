-- One row per event of the window that carries identifiers, with the profile of
-- its highest one, whoever was left out of it, and one per event that was looked
-- up. user_key is the profile as a number.
create view {work}.int_event_profiles as
select
    events.event_key,
    events.source,
    events.event_id,
    identities.profile_id,
    identities.profile_key as user_key
from {work}.stg_events as events
inner join {store}.identity_events as stitched
    on events.event_id = stitched.event_id
    and events.source = stitched.source
inner join {store}.identity_map as identities
    on stitched.owner_key = identities.identifier_key
where stitched.to_run is null
    and identities.to_run is null
union all
select
    event_key,
    source,
    event_id,
    profile_id,
    user_key
from {work}.int_looked_up_profiles
