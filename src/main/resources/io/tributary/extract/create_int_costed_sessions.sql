-- One row per session that has a cost, with where and when it was.
create table {work}.int_costed_sessions (
    session_id varchar(256),
    session_at timestamp,
    channel varchar(256)
)
distkey (session_id)
