-- The runs that a failure or a kill left: those that are not published are to
-- be taken back, and one killed after it was published is to be tidied.
select run
from {store}.runs
where status in ('running', 'failed')
    or ended_at is null
order by run
