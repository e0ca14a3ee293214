-- One row per session of which all is as it was.
create table {work}.int_same_sessions (
    session_id varchar(32) not null encode zstd
)
distkey (session_id)
