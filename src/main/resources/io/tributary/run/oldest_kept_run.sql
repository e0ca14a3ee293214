-- The oldest run whose rows are kept: what runs before it left can go.
select min(run)
from {store}.finished_runs
where age <= :keep_runs::int
