-- The 20 largest profiles of this run: the identifier that names each, its
-- identifiers now and under the same id before, and from how many live
-- profiles they come.
with now as (
    select
        profile_now as profile_id,
        max(now_named_by) as named_by,
        sum(identifiers)::bigint as identifiers_now,
        count(distinct profile_before) as profiles_before
    from {work}.int_profile_moves
    where profile_now is not null
    group by profile_now
),

before as (
    select
        profile_before as profile_id,
        sum(identifiers)::bigint as identifiers_before
    from {work}.int_profile_moves
    where profile_before is not null
    group by profile_before
)

select
    now.profile_id,
    now.named_by,
    now.identifiers_now,
    coalesce(before.identifiers_before, 0) as identifiers_before,
    now.profiles_before
from now
left join before
    on now.profile_id = before.profile_id
order by now.identifiers_now desc, now.profile_id
limit 20
