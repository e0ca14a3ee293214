-- One row per profile at the live run, with a column per attribute. A list is a
-- JSON array of as many of its values, the smallest first, as fit in 60 kB.
create view {published}.profile_attributes_wide as
with live as (
    select run
    from {store}.live
),

profiles as (
    select profiles.profile_id
    from {store}.attribute_profiles as profiles
    cross join live
    where profiles.from_run <= live.run
        and (profiles.to_run is null or profiles.to_run > live.run)
),

valid as (
    select
        attributes.profile_id,
        attributes.attribute_id,
        attributes.value
    from {store}.profile_attributes as attributes
    cross join live
    where attributes.from_run <= live.run
        and (attributes.to_run is null or attributes.to_run > live.run)
),

{#if several}
quoted as (
    select
        profile_id,
        attribute_id,
        value,
        json_serialize(object('v', value)) as document
    from valid
    where attribute_id in ({several})
),

measured as (
    select
        profile_id,
        attribute_id,
        value,
        substring(document, 6, length(document) - 6) as element,
        cast(
            sum(octet_length(document)) over (
                partition by profile_id, attribute_id
                order by value
                rows between unbounded preceding and current row
            ) as bigint
        ) as bytes
    from quoted
),

listed as (
    select
        profile_id,
        attribute_id,
        {#if lists}
        case
            when count(*) = 1 and attribute_id not in ({lists})
                then min(value)
            else '[' || listagg(element, ',') within group (order by value)
                || ']'
        end as value
        {#else}
        case
            when count(*) = 1 then min(value)
            else '[' || listagg(element, ',') within group (order by value)
                || ']'
        end as value
        {/if}
    from measured
    where bytes <= 60000
    group by profile_id, attribute_id
),

{/if}
single as (
    select
        profile_id,
        attribute_id,
        value
    from valid
    {#if several}
    where attribute_id not in ({several})
    union all
    select
        profile_id,
        attribute_id,
        value
    from listed
    {/if}
)

select
    profiles.profile_id{#if columns},{/if}
    {#for one in columns}
    {#if one.type == 'number'}
    try_cast(
        max(case when attribute_id = {one.id} then value end) as float8
    ) as {one.name}
    {#else if one.type == 'integer'}
    try_cast(
        split_part(
            max(case when attribute_id = {one.id} then value end), '.', 1
        ) as bigint
    ) as {one.name}
    {#else if one.type == 'boolean'}
    case lower(max(case when attribute_id = {one.id} then value end))
        when 'true' then true
        when 't' then true
        when 'yes' then true
        when 'y' then true
        when '1' then true
        when 'false' then false
        when 'f' then false
        when 'no' then false
        when 'n' then false
        when '0' then false
    end as {one.name}
    {#else if one.type == 'timestamp'}
    (
        try_cast(
            max(case when attribute_id = {one.id} then value end)
            as timestamptz
        ) at time zone 'UTC'
    ) as {one.name}
    {#else if one.type == 'date'}
    cast(
        try_cast(
            max(case when attribute_id = {one.id} then value end)
            as timestamptz
        ) at time zone 'UTC' as date
    ) as {one.name}
    {#else}
    max(case when attribute_id = {one.id} then value end) as {one.name}
    {/if}
    {#if one_hasNext},{/if}
    {/for}
from profiles
left join single
    on profiles.profile_id = single.profile_id
group by profiles.profile_id
