-- One row per profile that got events or changed: the last run in which it did.
select
    profile_id,
    max(run) as run
from (
    select
        profiles.profile_id,
        fresh.run
    from {store}.identity_events as fresh
    inner join {work}.int_event_profiles as profiles
        on fresh.source = profiles.source
        and fresh.event_id = profiles.event_id
    union all
    select
        into_profile_id as profile_id,
        run
    from {store}.identity_merges
    union all
    select
        merged_profile_id as profile_id,
        run
    from {store}.identity_merges
) as changes
group by profile_id
