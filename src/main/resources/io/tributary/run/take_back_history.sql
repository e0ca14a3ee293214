-- What unfinished runs wrote into a history is taken back, all of it.
delete from {store}.{table}
where from_run in (
    select run
    from {store}.runs
    where status in ('running', 'failed')
        and run < :run::bigint
)
    and from_run <> (select run from {store}.live)
