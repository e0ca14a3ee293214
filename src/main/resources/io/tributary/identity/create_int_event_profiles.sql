-- One row per event with its profile; user_key is the profile as a number.
create table {work}.int_event_profiles (
    event_key bigint not null encode az64,
    source varchar(64) not null encode zstd,
    event_id varchar(256) not null encode zstd,
    profile_id varchar(32) not null encode zstd,
    user_key bigint not null encode az64
)
distkey (event_id)
