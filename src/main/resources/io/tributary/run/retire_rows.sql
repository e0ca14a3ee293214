-- A snapshot table keeps the rows of the newest finished runs only.
delete from {store}.{table}
where run not in (
    select run
    from {store}.finished_runs
    where age <= :keep_runs::int
)
    and run <> :run::bigint
    and run <> (select run from {store}.live)
