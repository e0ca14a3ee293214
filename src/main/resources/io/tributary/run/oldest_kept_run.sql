-- The oldest run whose rows are kept: what runs before it left can go.
select min(run)
from (
    select
        run,
        row_number() over (order by run desc) as age
    from {store}.runs
    where status in ('published', 'calculated')
) as finished
where age <= :keep_runs::int
