-- One row per session_id that has more than one cost.
create table {work}.int_session_cost_copies (
    session_id varchar(256),
    copies bigint,
    is_equal int
)
