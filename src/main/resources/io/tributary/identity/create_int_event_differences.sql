-- One row per event that is new, which has no stored key, or gone, which has no
-- staged key. One that changed is both.
create table {work}.int_event_differences (
    staged_key bigint encode az64,
    stored_key bigint encode az64
)
