-- One row: how many definitions are others than those of the live run.
select count(*) as changes
from {store}.attribute_definitions
where from_run > (select run from {store}.live)
    or to_run > (select run from {store}.live)
