-- One row per session that is as the last run left it.
create table {work}.int_same_sessions (
    session_id varchar(32) not null encode zstd
)
distkey (session_id)
