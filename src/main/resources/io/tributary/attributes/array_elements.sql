-- One row per element of an array; what is no array is one element itself.
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
)

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
