-- One row per component that this run stitches again.
insert into {work}.int_touched_components (component_key, is_torn)
{#if rebuilds}
select distinct
    component_key,
    1 as is_torn
from {store}.identity_map
where to_run is null
{#else}
with reached as (
    select
        identifier_key,
        0 as is_torn
    from {work}.int_seen_identifiers
    where is_known = 1
    union all
    select
        identifier_key,
        1 as is_torn
    from {store}.identity_event_identifiers
    where to_run = :run::bigint
    {#if corrected}
    union all
    select
        partners.identifier_key,
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
    identities.component_key,
    max(reached.is_torn) as is_torn
from reached
inner join {store}.identity_map as identities
    on reached.identifier_key = identities.identifier_key
where identities.to_run is null
group by identities.component_key
{/if}
