-- A stage begins; begun again after a lost answer, it still has one row.
insert into {published}.run_ledger (run_id, stage, started_at, status)
select
    :run::bigint,
    :stage,
    getdate(),
    'running'
where not exists (
    select 1
    from {published}.run_ledger
    where run_id = :run::bigint
        and stage = :stage
)
