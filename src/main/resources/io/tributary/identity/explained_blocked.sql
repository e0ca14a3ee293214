-- A row if the value is blocked.
select event_id
from {store}.identity_quarantine
where identifier_type = {type}
    and identifier = {value}
    and reason = 'blocked'
    and from_run <= (select run from {store}.live)
    and (to_run is null or to_run > (select run from {store}.live))
limit 1
