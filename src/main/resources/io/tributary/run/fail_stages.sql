-- The stages that a failed run left open.
update {published}.run_ledger
set
    ended_at = getdate(),
    status = 'failed',
    note = left(:note, 1000)
where run_id = :run::bigint
    and status = 'running'
