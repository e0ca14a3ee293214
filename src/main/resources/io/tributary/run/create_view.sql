-- What the live run calculated, under the name that users know.
create view {published}.{table} as
select
    {columns}
from {store}.{table}
where run = (select run from {store}.live)
