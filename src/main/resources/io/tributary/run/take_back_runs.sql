-- Runs whose rows were taken back need no second look.
update {store}.runs
set
    status = 'taken back',
    ended_at = coalesce(ended_at, getdate())
where status in ('running', 'failed')
    and run <> :run::bigint
