-- A stage that a killed run left open did not succeed.
update {published}.run_ledger
set
    status = 'failed',
    ended_at = coalesce(ended_at, getdate()),
    note = coalesce(note, 'the run was killed in this stage')
where status = 'running'
    and run_id in (
        select run
        from {store}.runs
        where run < :run::bigint
            and (status in ('running', 'failed') or ended_at is null)
    )
