-- One row per component that this run stitches again. Only one that breaks a guard
-- rail has several profiles.
insert into {work}.int_touched_components (component_key, is_torn)
{#if rebuilds}
select distinct
    component_key,
    1 as is_torn
from {store}.identity_map
where to_run is null
{#else}
with carried as (
    select
        identifiers.event_key,
        seen.component_key
    from {store}.identity_event_identifiers as identifiers
    inner join {work}.int_seen_identifiers as seen
        on identifiers.identifier_key = seen.identifier_key
    where identifiers.from_run = :run::bigint
),

joining as (
    select event_key
    from carried
    group by event_key
    having count(component_key) < count(*)
        or min(component_key) <> max(component_key)
),

reached as (
    select
        component_key,
        0 as is_torn
    from carried
    where event_key in (select event_key from joining)
    union all
    select
        component_key,
        0 as is_torn
    from {work}.int_seen_identifiers
    where is_earlier = 1
    union all
    select
        seen.component_key,
        0 as is_torn
    from {work}.int_seen_identifiers as seen
    inner join {store}.identity_map as identities
        on seen.component_key = identities.component_key
    where identities.to_run is null
        and identities.profile_key <> identities.component_key
    union all
    select
        identities.component_key,
        1 as is_torn
    from {store}.identity_event_identifiers as identifiers
    inner join {store}.identity_map as identities
        on identifiers.identifier_key = identities.identifier_key
    where identifiers.to_run = :run::bigint
        and identities.to_run is null
    {#if corrected}
    union all
    select
        partners.component_key,
        0 as is_torn
    from (
        select
            one_type as reached_type,
            one_identifier as reached_identifier,
            other_type as partner_type,
            other_identifier as partner_identifier
        from {work}.int_written_corrections
        union all
        select
            other_type as reached_type,
            other_identifier as reached_identifier,
            one_type as partner_type,
            one_identifier as partner_identifier
        from {work}.int_written_corrections
    ) as corrections
    inner join {work}.int_seen_identifiers as seen
        on corrections.reached_identifier = seen.identifier
        and corrections.reached_type = case seen.position
            {#for type in types}
            when {type_count} then {type.name}
            {/for}
        end
    inner join {store}.identity_map as partners
        on corrections.partner_type = partners.identifier_type
        and corrections.partner_identifier = partners.identifier
    where partners.to_run is null
    {/if}
)

select
    component_key,
    max(is_torn) as is_torn
from reached
where component_key is not null
group by component_key
{/if}
