-- One row: how many rows the table has, and how many are valid.
select
    count(*) as number_of_rows,
    count(case when to_run is null then 1 end) as valid
from {store}.{table}
