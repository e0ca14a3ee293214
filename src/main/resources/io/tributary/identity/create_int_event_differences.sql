-- One row per event that is not as the last stitching left it: one that is new
-- has no stored key, one that is gone no staged key, and one that changed has both.
create table {work}.int_event_differences (
    staged_key bigint encode az64,
    stored_key bigint encode az64
)
