-- One row per row of the source, typed; a row with a reason is refused.
create table {work}.int_session_costs (
    session_id varchar(256),
    cost decimal(18, 4),
    source_file varchar(1024),
    source_line bigint,
    reason varchar(256),
    document varchar(16384)
)
