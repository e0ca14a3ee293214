-- One row per element that counts; what is no array is one element itself.
insert into {work}.{readings} (
    profile,
    {#for reading in columns}
    {#if reading.as_text}{reading.name},{/if}
    {#if reading.as_number}number_{reading.name}, wrong_{reading.name},{/if}
    {/for}
    event_time
)
with arrays as (
    select
        profile,
        event_time,
        {array} as document,
        {#if event_weight}
        {event_weight} as event_weight,
        {wrong_weight} as wrong_weight,
        {/if}
        case
            when is_valid_json_array({array}) then json_array_length({array})
        end as length
    from {work}.{arrays}
    where {array} is not null
),

elements as (
    select
        arrays.profile,
        arrays.event_time,
        {#if event_weight}arrays.event_weight, arrays.wrong_weight,{/if}
        json_extract_array_element_text(
            arrays.document, places.place, true
        ) as value
    from arrays
    inner join {work}.{places} as places
        on arrays.length = places.length
    union all
    select
        profile,
        event_time,
        {#if event_weight}event_weight, wrong_weight,{/if}
        document as value
    from arrays
    where length is null
),

taken as (
    select
        profile,
        {#if event_weight}event_weight, wrong_weight,{/if}
        {#for reading in columns}
        {reading.sql} as {reading.name},
        {/for}
        event_time
    from elements
    {#if filter}
    where {filter}
    {/if}
),

numbered as (
    select
        *{#for reading in columns}{#if reading.as_number},
        {reading.number} as number_{reading.name}{/if}{/for}
    from taken
)

select
    profile,
    {#for reading in columns}
    {#if reading.as_text}{reading.name},{/if}
    {#if reading.as_number}
    number_{reading.name},
    case
        when {reading.name} is not null and number_{reading.name} is null
            then 1
    end as wrong_{reading.name},
    {/if}
    {/for}
    event_time
from numbered
