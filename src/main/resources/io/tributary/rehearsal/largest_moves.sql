-- The 20 largest moves of identifiers from one live profile into another of
-- this run, with the identifiers that name the two.
with ranked as (
    select
        profile_before,
        profile_now,
        identifiers,
        row_number() over (
            order by identifiers desc, profile_before, profile_now
        ) as place
    from {work}.int_profile_moves
    where profile_before <> profile_now
),

named_before as (
    select
        ranked.profile_before as profile_id,
        max(identities.identifier_type || ':' || left(identities.identifier, 200))
            as named_by
    from ranked
    inner join {published}.identity_map as identities
        on ranked.profile_before = identities.profile_id
    where ranked.place <= 20
        and ranked.profile_before = 'p_' || left(
            sha2(identities.identifier_type || ':' || identities.identifier, 256), 24
        )
    group by ranked.profile_before
),

named_now as (
    select
        ranked.profile_now as profile_id,
        max(identities.identifier_type || ':' || left(identities.identifier, 200))
            as named_by
    from ranked
    inner join {store}.identity_map as identities
        on ranked.profile_now = identities.profile_id
    where ranked.place <= 20
        and {identities}
        and ranked.profile_now = 'p_' || left(
            sha2(identities.identifier_type || ':' || identities.identifier, 256), 24
        )
    group by ranked.profile_now
)

select
    ranked.profile_before,
    named_before.named_by as before_named_by,
    ranked.profile_now,
    named_now.named_by as now_named_by,
    ranked.identifiers
from ranked
left join named_before
    on ranked.profile_before = named_before.profile_id
left join named_now
    on ranked.profile_now = named_now.profile_id
where ranked.place <= 20
order by ranked.place
