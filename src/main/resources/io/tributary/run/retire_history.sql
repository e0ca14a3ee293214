-- A history keeps what is valid at one of the newest finished runs, or later:
-- what the oldest of them, the live one included, no longer shows can go.
delete from {store}.{table}
where to_run <= (
    select min(run)
    from {store}.finished_runs
    where age <= :keep_runs::int
)
    and to_run <= :run::bigint
    and to_run <= (select run from {store}.live)
