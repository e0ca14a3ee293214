-- One row: rows read, rows kept and rows refused by this run's extract.
select
    {#for rows in read}
    (select count(*) from {work}.{rows}) +
    {/for}
    {#if rejected_lines}
    (
        select count(*)
        from {rejected_lines}
        where table_name in (
            {#for raw_table in raw_tables}{raw_table}{#if raw_table_hasNext}, {/if}{/for}
        )
    ) +
    {/if}
    0 as rows_in,
    {#for rows in kept}
    (select count(*) from {work}.{rows}) +
    {/for}
    0 as rows_out,
    (
        select count(*)
        from {published}.rejected_rows
        where run_id = :run::bigint
            and stage = 'extract'
    ) as rows_rejected
