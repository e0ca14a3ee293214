-- One row: the rows of a table, of all runs that are kept.
select count(*) as number_of_rows
from {store}.{table}
