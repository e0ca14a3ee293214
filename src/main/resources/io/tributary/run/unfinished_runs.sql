-- The earlier runs that are to be taken back: those that a failure or a kill
-- left, and those that are newer than what is live. One without an end may
-- have working tables.
select
    run,
    case when ended_at is null then 1 else 0 end as is_open
from {store}.runs
where run < :run::bigint
    and (
        status in ('running', 'failed')
        or ended_at is null
        or (
            status in ('published', 'calculated', 'partial')
            and run > (select run from {store}.live)
        )
    )
order by run
