-- One row per profile id, of before or of now.
insert into {work}.int_changed_profiles (profile_id, is_gone)
with live as (
    select distinct profile_id
    from {store}.identity_map
    where to_run is null
),

changed as (
    select profile_id
    from {store}.identity_map
    where from_run = :run::bigint
        or to_run = :run::bigint
    union
    select identities.profile_id
    from {store}.identity_events as events
    inner join {store}.identity_map as identities
        on events.owner_key = identities.identifier_key
    where (events.from_run = :run::bigint or events.to_run = :run::bigint)
        and identities.to_run is null
)

select
    changed.profile_id,
    case when live.profile_id is null then 1 else 0 end as is_gone
from changed
left join live
    on changed.profile_id = live.profile_id
