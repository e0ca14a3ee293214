-- One row per user, where the user_id of the sources is the profile.
create table {work}.int_users (
    user_key bigint not null encode az64,
    profile_id varchar(256) not null encode zstd
)
distkey (profile_id)
