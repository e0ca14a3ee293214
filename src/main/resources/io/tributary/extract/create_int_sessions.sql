-- One row per row of the source, typed; a row with a reason is refused.
create table {work}.int_sessions (
    session_id varchar(256),
    user_id varchar(256),
    session_at timestamp,
    channel varchar(256),
    holder_engagement int,
    closer_engagement int,
    impression_interaction int,
    source_file varchar(1024),
    source_line bigint,
    reason varchar(256),
    document varchar(16384)
)
