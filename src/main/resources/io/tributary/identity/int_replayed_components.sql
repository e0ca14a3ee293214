-- One row per component that breaks a guard rail, and needs all of its events, or
-- that a profile which changed reached into, and needs the new ones.
insert into {work}.int_replayed_components (component, is_pending)
with compared as (
    select
        linked.component,
        linked.profile,
        identifiers.profile as profile_before
    from {work}.int_linked as linked
    inner join {work}.int_stitching_identifiers as identifiers
        on linked.number = identifiers.number
)

select
    component,
    max(case when profile = 0 then 1 else 0 end) as is_pending
from compared
where profile = 0
    or profile_before in (
        select profile_before
        from compared
        where profile_before <> 0
            and profile_before <> profile
    )
group by component
