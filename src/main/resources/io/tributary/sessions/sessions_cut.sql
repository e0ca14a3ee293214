-- One row: how many sessions there are.
select count(*) as sessions
from {work}.int_session_bounds
