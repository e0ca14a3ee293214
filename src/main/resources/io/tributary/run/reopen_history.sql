-- What unfinished runs superseded in a history is valid again.
update {store}.{table}
set to_run = null
where to_run in (
    select run
    from {store}.runs
    where status in ('running', 'failed')
        and run < :run::bigint
)
    and to_run <> (select run from {store}.live)
