-- One row per event of a source that no identifier is taken from: of what it is
-- looked up by, the first that others carry gives the profile.
insert into {work}.int_looked_up_profiles (
    event_key, source, event_id, profile_id, user_key
)
with looked_up as (
    {#for type in types}
    select
        event_key,
        source,
        event_id,
        {type_count} as position,
        {type.name} as identifier_type,
        lookup_{type_count} as identifier
    from {work}.stg_events
    where lookup_{type_count} <> ''
    {#if type_hasNext}
    union all
    {/if}
    {/for}
),

found as (
    select
        looked_up.event_key,
        looked_up.source,
        looked_up.event_id,
        identities.profile_id,
        identities.profile_key as user_key,
        row_number() over (
            partition by looked_up.event_key
            order by looked_up.position
        ) as place
    from looked_up
    inner join {store}.identity_map as identities
        on looked_up.identifier_type = identities.identifier_type
        and looked_up.identifier = identities.identifier
    where identities.to_run is null
)

select
    event_key,
    source,
    event_id,
    profile_id,
    user_key
from found
where place = 1
