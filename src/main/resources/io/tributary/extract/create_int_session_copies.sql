-- One row per session_id that stands more than once.
create table {work}.int_session_copies (
    session_id varchar(256),
    copies bigint,
    is_equal int
)
