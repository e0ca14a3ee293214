-- One row: how many rows of the table the live run shows.
select count(*) as number_of_rows
from {store}.{table}
where from_run <= (select run from {store}.live)
    and (to_run is null or to_run > (select run from {store}.live))
