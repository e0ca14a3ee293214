-- One row per source: events with an id that another has, those outside of what
-- the run looks at, before its start and from its end on, and rows that are kept
-- and identified by nothing, because what identifies them is too long.
{#for staged in sources}
select
    {staged_index} as position,
    (
        select count(*) - count(distinct event_id)
        from {work}.{staged.events}
        where reason is null
    ) as duplicates,
    {#if staged.is_event}
    (
        select count(distinct event_id)
        from {work}.{staged.events}
        where reason is null
            and event_time < {events_from}::timestamp
    ) as early,
    {#else}
    0::bigint as early,
    {/if}
    (
        select count(distinct event_id)
        from {work}.{staged.events}
        where reason is null
            and event_time >= {window_to}::timestamp
    ) as future,
    {#if staged.is_event}
    0::bigint as unidentified
    {#else}
    (
        select count(*)
        from {work}.{staged.events}
        where reason like '%is longer than 65535 bytes'
    ) as unidentified
    {/if}
{#if staged_hasNext}
union all
{/if}
{/for}
order by position
