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
        identifiers.identifier,
        namers.profile_id
    from {work}.int_identifiers as identifiers
    inner join {work}.int_labels as labels
        on identifiers.number = labels.number
    inner join {work}.int_identifiers as namers
        on labels.profile = namers.number
    where identifiers.identifier_type = 'user_id'
) as profiles
    on rtrim(staged.user_id, ' ') = profiles.identifier
{/if}
