-- A stage ends with its counts.
update {published}.run_ledger
set
    ended_at = getdate(),
    rows_in = :rows_in::bigint,
    rows_out = :rows_out::bigint,
    rows_rejected = :rows_rejected::bigint,
    status = :status,
    note = nullif(:note, '-')
where run_id = :run::bigint
    and stage = :stage
