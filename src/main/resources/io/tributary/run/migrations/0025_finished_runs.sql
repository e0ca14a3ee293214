-- One row per run that calculated everything and is kept; the newest is of age 1.
create view {store}.finished_runs as
select
    run,
    row_number() over (order by run desc) as age
from {store}.runs
where status in ('published', 'calculated')
