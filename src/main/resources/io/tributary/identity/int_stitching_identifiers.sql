-- One row per identifier; 0 where it had no component or profile before.
insert into {work}.int_stitching_identifiers (number, type, component, profile)
select
    identifiers.number,
    identifiers.position as type,
    coalesce(components.number, 0) as component,
    coalesce(profiles.number, 0) as profile
from {work}.int_identifiers as identifiers
left join {work}.int_identifiers as components
    on identifiers.component_before = components.identifier_key
left join {work}.int_profiles_before as profiles
    on identifiers.profile_before = profiles.profile_key
