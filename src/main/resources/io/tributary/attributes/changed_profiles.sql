-- One row per profile that changed its id: the last run in which it did.
select
    profile_id,
    max(run) as run
from (
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
