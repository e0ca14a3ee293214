-- One row per session that is as the last run left it, in every column.
insert into {work}.int_same_sessions (session_id)
select session_id
from (
    select {columns}
    from {work}.int_web_sessions
    intersect
    select {columns}
    from {store}.web_sessions
    where to_run is null
) as same
