-- One row per run and identifier, with the profile that it is in.
create table {store}.identity_map (
    run bigint not null,
    identifier_type varchar(64) not null encode zstd,
    identifier varchar(65535) not null encode zstd,
    profile_id varchar(32) not null encode zstd,
    first_seen timestamp not null encode az64
)
distkey (profile_id)
sortkey (run)
