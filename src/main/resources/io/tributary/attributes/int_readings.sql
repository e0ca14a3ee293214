-- One row per event of a profile, or per element of an array. All that attributes
-- take of them is taken here, in one pass.
insert into {work}.{readings} (
    profile,
    {#for reading in columns}
    {#if reading.as_text}{reading.name},{/if}
    {#if reading.as_number}number_{reading.name}, wrong_{reading.name},{/if}
    {/for}
    event_time
)
with counted as (
    {rows}
),

taken as (
    select
        profile,
        {#if event_weight}event_weight, wrong_weight,{/if}
        {#for reading in columns}
        {reading.sql} as {reading.name},
        {/for}
        event_time
    from counted
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
