-- Sessions that are new, or changed.
insert into {store}.web_sessions (
    from_run, {columns}
)
select
    :run::bigint,
    {columns}
from {work}.int_web_sessions
where session_id not in (
    select session_id
    from {work}.int_same_sessions
)
