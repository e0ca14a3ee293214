-- One row per run with what became of it.
select
    run,
    status,
    superseded_by
from {store}.runs
order by run
