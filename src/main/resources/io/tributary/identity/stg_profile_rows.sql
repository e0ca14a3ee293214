-- One row per staged row, with its event's profile; where nothing identifies it,
-- it is alone.
insert into {work}.{profiled} ({id}, user_id, {others})
select
    staged.{id},
    coalesce(
        profiles.profile_id,
        'p_' || left(sha2({alone}, 256), 24)
    ) as user_id,
    {staged_others}
from {work}.{staged} as staged
left join {work}.int_event_profiles as profiles
    on staged.{id} = profiles.event_id
    and profiles.source = {source}
