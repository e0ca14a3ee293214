-- One row: demands to calculate the part from scratch that no live run met.
select count(*) as demands
from {store}.resets
where part = :part
    and after_run >= (select run from {store}.live)
