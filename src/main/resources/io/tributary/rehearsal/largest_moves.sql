-- The 20 largest moves of identifiers from one live profile into another of
-- this run, with the identifiers that name the two.
with named as (
    select
        profile_before,
        max(before_named_by) over (partition by profile_before)
            as before_named_by,
        profile_now,
        max(now_named_by) over (partition by profile_now) as now_named_by,
        identifiers
    from {work}.int_profile_moves
)

select
    profile_before,
    before_named_by,
    profile_now,
    now_named_by,
    identifiers
from named
where profile_before <> profile_now
order by identifiers desc, profile_before, profile_now
limit 20
