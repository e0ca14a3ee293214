-- Runs whose rows went: none of them can be live again.
update {store}.runs
set status = 'retired'
where run not in (
    select run
    from (
        select
            run,
            row_number() over (order by run desc) as age
        from {store}.runs
        where status in ('published', 'calculated')
    ) as finished
    where age <= :keep_runs::int
)
    and run <> :run::bigint
    and run <> (select run from {store}.live)
    and status in ('published', 'calculated', 'partial')
