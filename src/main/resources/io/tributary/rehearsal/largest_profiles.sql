-- The 20 largest profiles of this run: the identifier that names each, its
-- identifiers now and under the same id before, and from how many live
-- profiles they come.
with sizes as (
    select
        profile_now as profile_id,
        sum(identifiers)::bigint as identifiers_now,
        count(distinct profile_before) as profiles_before
    from {work}.int_profile_moves
    where profile_now is not null
    group by profile_now
),

ranked as (
    select
        profile_id,
        identifiers_now,
        profiles_before,
        row_number() over (order by identifiers_now desc, profile_id) as place
    from sizes
),

before as (
    select
        profile_before as profile_id,
        sum(identifiers)::bigint as identifiers_before
    from {work}.int_profile_moves
    where profile_before is not null
    group by profile_before
),

named as (
    select
        ranked.profile_id,
        max(identities.identifier_type || ':' || left(identities.identifier, 200))
            as named_by
    from ranked
    inner join {store}.identity_map as identities
        on ranked.profile_id = identities.profile_id
    where ranked.place <= 20
        and {identities}
        and ranked.profile_id = 'p_' || left(
            sha2(identities.identifier_type || ':' || identities.identifier, 256), 24
        )
    group by ranked.profile_id
)

select
    ranked.profile_id,
    named.named_by,
    ranked.identifiers_now,
    coalesce(before.identifiers_before, 0) as identifiers_before,
    ranked.profiles_before
from ranked
left join before
    on ranked.profile_id = before.profile_id
left join named
    on ranked.profile_id = named.profile_id
where ranked.place <= 20
order by ranked.place
