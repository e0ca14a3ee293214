-- What all runs up to the live one noted, under the name that users know.
create view {published}.{table} as
select
    {columns}
from {store}.{table}
where run <= (select run from {store}.live)
