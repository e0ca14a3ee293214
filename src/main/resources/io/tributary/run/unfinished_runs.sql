-- The earlier runs that a failure or a kill left: those that are not published
-- are to be taken back, and one without an end may have working tables.
select
    run,
    case when ended_at is null then 1 else 0 end as is_open
from {store}.runs
where run < :run::bigint
    and (status in ('running', 'failed') or ended_at is null)
order by run
