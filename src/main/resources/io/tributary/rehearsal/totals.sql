-- One row: the live run, profiles and identifiers in it and in this run, and
-- how many profile ids changed by merging, splitting and renaming.
select
    (select run from {store}.live) as live,
    (
        select count(distinct profile_before)
        from {work}.int_profile_moves
    ) as profiles_before,
    (
        select coalesce(sum(identifiers), 0)::bigint
        from {work}.int_profile_moves
        where profile_before is not null
    ) as identifiers_before,
    (
        select count(distinct profile_now)
        from {work}.int_profile_moves
    ) as profiles_now,
    (
        select coalesce(sum(identifiers), 0)::bigint
        from {work}.int_profile_moves
        where profile_now is not null
    ) as identifiers_now,
    count(case when kind = 'merge' then 1 end) as merges,
    count(case when kind = 'split' then 1 end) as splits,
    count(case when kind = 'rename' then 1 end) as renames
from {store}.identity_merges
where run = :run::bigint
