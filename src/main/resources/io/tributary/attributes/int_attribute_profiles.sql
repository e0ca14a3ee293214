-- One row per profile. It is due where it is new, changed since it was last
-- calculated, or was last calculated before :oldest.
insert into {work}.int_attribute_profiles (number, profile_id, is_due)
with base as (
    {base}
),

changes as (
    {changes}
),

profiles as (
    select distinct profile_id
    from base
),

known as (
    select
        profile_id,
        from_run,
        calculated_at
    from {store}.attribute_profiles
    where from_run < :run::bigint
        and (to_run is null or to_run >= :run::bigint)
)

select
    (row_number() over (order by profiles.profile_id))::int as number,
    profiles.profile_id,
    case
        when known.profile_id is null
            or known.calculated_at < :oldest::timestamp
            or changes.run > known.from_run
            then 1
        else 0
    end as is_due
from profiles
left join known
    on profiles.profile_id = known.profile_id
left join changes
    on profiles.profile_id = changes.profile_id
