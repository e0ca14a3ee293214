-- One row per event with identifiers, whoever was left out of it, and one per
-- event that was looked up.
insert into {work}.int_event_profiles (
    event_key, source, event_id, profile_id, user_key
)
select
    events.event_key,
    events.source,
    events.event_id,
    namers.profile_id,
    labels.profile as user_key
from {work}.int_stitching_events as numbers
inner join {work}.stg_events as events
    on numbers.event_key = events.event_key
inner join {work}.int_labels as labels
    on labels.number = coalesce(
        {#for type in types}
        nullif(numbers.number_{type_count}, 0){#if type_hasNext},{/if}
        {/for}
    )
inner join {work}.int_identifiers as namers
    on labels.profile = namers.number
union all
select
    event_key,
    source,
    event_id,
    profile_id,
    user_key
from {work}.int_looked_up_profiles
