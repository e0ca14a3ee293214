-- One row per event of a profile. All that attributes take of events is taken
-- here, in one pass over them.
insert into {work}.{readings} (
    profile,
    {#for reading in columns}
    {#if reading.as_text}{reading.name},{/if}
    {#if reading.as_number}number_{reading.name}, wrong_{reading.name},{/if}
    {/for}
    event_time
)
with base as (
    {base}
),

events as (
    select
        base.*,
        profiles.number as profile
    from base
    inner join {work}.int_attribute_profiles as profiles
        on base.profile_id = profiles.profile_id
    {#if due_only}
    where profiles.is_due = 1
    {/if}
),

taken as (
    select
        profile,
        {#for reading in columns}
        {reading.sql} as {reading.name},
        {/for}
        event_time
    from events
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
