-- All that features take of the source is taken here, in one pass over it. Where
-- the first or the last counts, place says the order: by time, then by id.
insert into {work}.{rows} (
    {#for column in columns}
    {column.name},
    {/for}
    {#if placed}
    place,
    {/if}
    profile, seen, gone, day
)
with source_rows as (
    {source_rows}
),

taken as (
    select
        {#for column in columns}
        {column.sql} as {column.name},
        {/for}
        id,
        event_time,
        profile,
        seen,
        gone,
        day
    from source_rows
    where gone is null or gone > seen
)

select
    {#for column in columns}
    {column.stored} as {column.name},
    {/for}
    {#if placed}
    (
        row_number() over (partition by profile order by event_time, id)
    )::int as place,
    {/if}
    profile,
    seen,
    gone,
    day
from taken
