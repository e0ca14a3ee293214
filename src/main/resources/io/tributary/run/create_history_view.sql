-- What is valid at the live run, under the name that users know.
create view {published}.{table} as
select
    {columns}
from {store}.{table}
where from_run <= (select run from {store}.live)
    and (to_run is null or to_run > (select run from {store}.live))
