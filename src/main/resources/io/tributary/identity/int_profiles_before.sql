-- One row per profile that one of the identifiers was in before, with the
-- number that stands for it.
insert into {work}.int_profiles_before (profile_id, number)
with last_run as (
    select max(run) as run
    from {store}.identity_map
    where run < :run::bigint
),

before as (
    select distinct identities.profile_id
    from {store}.identity_map as identities
    inner join last_run
        on identities.run = last_run.run
    inner join {work}.int_identifiers as identifiers
        on identities.identifier_type = identifiers.identifier_type
        and identities.identifier = identifiers.identifier
),

numbered as (
    select
        before.profile_id,
        identifiers.number,
        row_number() over (
            partition by case when identifiers.number is null then 1 else 0 end
            order by before.profile_id
        ) as place
    from before
    left join {work}.int_identifiers as identifiers
        on before.profile_id = identifiers.profile_id
)

select
    profile_id,
    coalesce(
        number,
        (select count(*) from {work}.int_identifiers) + place
    )::int as number
from numbered
