-- One row per event of a source that no identifier is taken from, with the profile
-- that it was found to be of.
create table {work}.int_looked_up_profiles (
    event_key bigint not null encode az64,
    source varchar(64) not null encode zstd,
    event_id varchar(256) not null encode zstd,
    profile_id varchar(32) not null encode zstd,
    user_key bigint not null encode az64
)
distkey (event_key)
