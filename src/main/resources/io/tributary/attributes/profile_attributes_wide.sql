-- One row per profile{#if due_only} that is due{/if}, with a column per attribute. A list is a JSON array
-- of as many of its values, the smallest first, as fit in 60 kB.
insert into {store}.{wide} (
    from_run,
    profile_id,
    {#for one in columns}
    {one.name},
    {/for}
    "cut lists"
)
with profiles as (
    select profile_id
    from {work}.int_attribute_profiles
    {#if due_only}
    where is_due = 1
    {/if}
),

valid as (
    select
        attributes.profile_id,
        attributes.attribute_id,
        attributes.value
    from {store}.profile_attributes as attributes
    inner join profiles
        on attributes.profile_id = profiles.profile_id
    where attributes.to_run is null
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
        ) as bytes,
        case
            when count(*) over (partition by profile_id, attribute_id) = 1
                {#if lists}and attribute_id not in ({lists}){/if}
                then 1
            else 0
        end as is_alone
    from quoted
),

listed as (
    select
        profile_id,
        attribute_id,
        case
            when max(is_alone) = 1 then min(value)
            else '[' || listagg(element, ',') within group (order by value)
                || ']'
        end as value
    from measured
    where bytes <= 60000
        or is_alone = 1
    group by profile_id, attribute_id
),

cut as (
    select
        profile_id,
        listagg(value, ',') within group (order by value) as lists
    from (
        select distinct
            profile_id,
            attribute_id as value
        from measured
        where bytes > 60000
            and is_alone = 0
    ) as longer
    group by profile_id
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
    :run::bigint as from_run,
    profiles.profile_id,
    {#for one in columns}
    {#if one.type == 'number'}
    try_cast(
        max(case when attribute_id = {one.id} then value end) as float8
    ) as {one.name},
    {#else if one.type == 'integer'}
    try_cast(
        split_part(
            max(case when attribute_id = {one.id} then value end), '.', 1
        ) as bigint
    ) as {one.name},
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
    end as {one.name},
    {#else if one.type == 'timestamp'}
    (
        try_cast(
            max(case when attribute_id = {one.id} then value end)
            as timestamptz
        ) at time zone 'UTC'
    ) as {one.name},
    {#else if one.type == 'date'}
    cast(
        try_cast(
            max(case when attribute_id = {one.id} then value end)
            as timestamptz
        ) at time zone 'UTC' as date
    ) as {one.name},
    {#else}
    max(case when attribute_id = {one.id} then value end) as {one.name},
    {/if}
    {/for}
    {#if several}max(cut.lists){#else}null::varchar{/if} as lists
from profiles
left join single
    on profiles.profile_id = single.profile_id
{#if several}
left join cut
    on profiles.profile_id = cut.profile_id
{/if}
group by profiles.profile_id
