-- One row per event with the profile of its highest identifier.
create table {work}.int_event_profiles (
    event_key bigint not null encode az64,
    source varchar(64) not null encode zstd,
    event_id varchar(256) not null encode zstd,
    profile_id varchar(32) not null encode zstd
)
distkey (event_id)
