-- One row per event with the members of its payload, taken once.
create table {work}.flat as
select
    profiles.profile_id,
    events.event_time,
    {#for member in members}
    nullif(json_extract_path_text(events.payload, 't{member}', true), '')
        as t{member},
    try_cast(
        nullif(json_extract_path_text(events.payload, 'n{member}', true), '')
        as decimal(38, 6)
    ) as n{member}{#if member_hasNext},{/if}
    {/for}
from {work}.stg_events as events
inner join {work}.int_event_profiles as profiles
    on events.event_key = profiles.event_key
