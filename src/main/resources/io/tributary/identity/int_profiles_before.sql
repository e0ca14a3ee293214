-- One row per profile that one of the identifiers was in before, with the
-- number that stands for it.
insert into {work}.int_profiles_before (profile_key, profile_id, number)
with before as (
    select
        profile_before as profile_key,
        min(profile_id_before) as profile_id
    from {work}.int_identifiers
    where profile_before is not null
    group by profile_before
),

numbered as (
    select
        before.profile_key,
        before.profile_id,
        identifiers.number,
        row_number() over (
            partition by case when identifiers.number is null then 1 else 0 end
            order by before.profile_id
        ) as place
    from before
    left join {work}.int_identifiers as identifiers
        on before.profile_key = identifiers.identifier_key
)

select
    profile_key,
    profile_id,
    coalesce(
        number,
        (select count(*) from {work}.int_identifiers) + place
    )::int as number
from numbered
