-- One row per event of the source before the window's end. Of events with one
-- id the earliest counts, then the smallest: the others are copies of it.
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
with copies as (
    select
        *,
        row_number() over (
            partition by event_id
            order by
                event_time,
                type,
                version,
                source_id,
                {#for value in identifiers}
                identifier_{value_count},
                lookup_{value_count},
                {/for}
                payload
        ) as copy_number
    from {work}.{events}
    where reason is null
        {#if contradicting}
        and event_id not in (
            select {id_column}
            from {work}.{contradicting}
            where is_equal = 0
        )
        {/if}
)

select
    (select coalesce(max(event_key), 0) from {work}.stg_events)
        + row_number() over (order by event_id) as event_key,
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
from copies
where copy_number = 1
    {#if is_event}
    and event_time >= :events_from::timestamp
    {/if}
    and event_time < :window_to::timestamp
