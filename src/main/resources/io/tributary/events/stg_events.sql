-- One row per event of the source before the window's end. Of events with one
-- id the earliest counts, then the smallest: the others are copies of it. Keys go
-- by the ids, which are sorted without their rows.
insert into {work}.stg_events (
    event_key, source, event_id, source_id, type, version, event_time,
    {#for value in identifiers}
    identifier_{value_count},
    lookup_{value_count},
    {/for}
    {#for column in web}
    {column.name},
    {/for}
    payload
)
with ids as (
    select
        event_id,
        count(*) as copies,
        row_number() over (order by event_id) as place
    from {work}.{events}
    where reason is null
        {#if contradicting}
        and event_id not in (
            select {id_column}
            from {work}.{contradicting}
            where is_equal = 0
        )
        {/if}
    group by event_id
),

numbered as (
    select
        events.*,
        ids.place,
        1 as copy_number
    from {work}.{events} as events
    inner join ids
        on events.event_id = ids.event_id
    where ids.copies = 1
    union all
    select
        events.*,
        ids.place,
        row_number() over (
            partition by events.event_id
            order by
                events.event_time,
                events.type,
                events.version,
                events.source_id,
                {#for value in identifiers}
                events.identifier_{value_count},
                events.lookup_{value_count},
                {/for}
                events.payload
        ) as copy_number
    from {work}.{events} as events
    inner join ids
        on events.event_id = ids.event_id
    where ids.copies > 1
)

select
    (select coalesce(max(event_key), 0) from {work}.stg_events) + place
        as event_key,
    {source} as source,
    event_id,
    source_id,
    type,
    version,
    event_time,
    {#for value in identifiers}
    identifier_{value_count},
    lookup_{value_count},
    {/for}
    {#for column in web}
    {column.name},
    {/for}
    payload
from numbered
where copy_number = 1
    {#if is_event}
    and event_time >= :events_from::timestamp
    {/if}
    and event_time < :window_to::timestamp
