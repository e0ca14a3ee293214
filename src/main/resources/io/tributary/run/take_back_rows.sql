-- What unfinished runs wrote into a snapshot table is taken back, all of it.
delete from {store}.{table}
where run in (
    select run
    from {store}.runs
    where status in ('running', 'failed')
        and run < :run::bigint
)
    and run <> (select run from {store}.live)
