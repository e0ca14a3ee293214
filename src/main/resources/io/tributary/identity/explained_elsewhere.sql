-- A row if the value is known as an identifier of another type.
select identifier_type
from {store}.identity_map
where identifier = {value}
    and from_run <= (select run from {store}.live)
    and (to_run is null or to_run > (select run from {store}.live))
order by identifier_type
limit 1
