-- Runs whose rows went: none of them can be live again.
update {store}.runs
set status = 'retired'
where run not in (
    select run
    from {store}.finished_runs
    where age <= :keep_runs::int
)
    and run <> :run::bigint
    and run <> (select run from {store}.live)
    and status in ('published', 'calculated', 'partial')
