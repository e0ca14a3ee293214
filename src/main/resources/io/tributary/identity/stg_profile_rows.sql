-- One row per staged row. {#if named}Its event's profile{#else}The profile of its user_id{/if}; where nothing
-- identifies it, it is alone.
insert into {work}.{profiled} ({id}, user_id, {others})
select
    staged.{id},
    coalesce(
        profiles.profile_id,
        'p_' || left(sha2({alone}, 256), 24)
    ) as user_id,
    {staged_others}
from {work}.{staged} as staged
{#if named}
left join {work}.int_event_profiles as profiles
    on staged.{id} = profiles.event_id
    and profiles.source = {source}
{#else}
left join (
    select
        identifier,
        profile_id
    from {store}.identity_map
    where to_run is null
        and identifier_type = 'user_id'
) as profiles
    on rtrim(staged.user_id, ' ') = profiles.identifier
{/if}
