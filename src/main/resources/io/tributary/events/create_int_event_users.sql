-- One row per event of a user.
create table {work}.int_event_users (
    event_key bigint not null encode az64,
    user_key bigint not null encode az64
)
distkey (event_key)
