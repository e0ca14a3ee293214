-- One row per source: rows read, kept and refused, and equal copies left out.
-- A channel's costs of a day add up, so each of them is kept.
{#for staged in sources}
select
    {staged_index} as position,
    (select count(*) from {work}.{staged.read})
    {#if rejected_lines}
        + (
            select count(*)
            from {rejected_lines}
            where table_name = {staged.raw_table}
        )
    {/if}
        as rows_in,
    {#if staged.copies}
    (select count(*) from {work}.{staged.kept}) as rows_out,
    (
        select coalesce(sum(copies - 1), 0)::bigint
        from {work}.{staged.copies}
        where is_equal = 1
    ) as equal_copies,
    {#else if staged.events}
    (
        select count(*)
        from {work}.stg_events
        where source = {staged.source}
    ) as rows_out,
    (
        select count(*) - count(distinct event_id)
        from {work}.{staged.read}
        where reason is null
    ) as equal_copies,
    {#else}
    (
        select count(*)
        from {work}.{staged.read}
        where reason is null
    ) as rows_out,
    0::bigint as equal_copies,
    {/if}
    (
        select count(*)
        from {published}.rejected_rows
        where run_id = :run::bigint
            and stage = 'extract'
            and source = {staged.source}
    ) as rows_rejected
{#if staged_hasNext}
union all
{/if}
{/for}
order by position
