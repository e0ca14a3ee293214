-- Identifiers by the profile that they are in, live and in this run.
insert into {work}.int_profile_moves (
    profile_before, before_named_by, profile_now, now_named_by, identifiers
)
with compared as (
    select
        before.profile_id as profile_before,
        now.profile_id as profile_now,
        coalesce(before.identifier_type, now.identifier_type) as identifier_type,
        coalesce(before.identifier, now.identifier) as identifier
    from {published}.identity_map as before
    full outer join (
        select
            identifier_type,
            identifier,
            profile_id
        from {store}.identity_map
        where {identities}
    ) as now
        on before.identifier_type = now.identifier_type
        and before.identifier = now.identifier
),

named as (
    select
        profile_before,
        profile_now,
        'p_' || left(sha2(identifier_type || ':' || identifier, 256), 24)
            as profile_named,
        identifier_type || ':' || left(identifier, 200) as named_by
    from compared
)

select
    profile_before,
    max(case when profile_before = profile_named then named_by end)
        as before_named_by,
    profile_now,
    max(case when profile_now = profile_named then named_by end)
        as now_named_by,
    count(*) as identifiers
from named
group by profile_before, profile_now
