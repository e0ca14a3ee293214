-- The runs that a failure or a kill left: what they wrote is to be taken back.
select run
from {store}.runs
where status in ('running', 'failed')
order by run
