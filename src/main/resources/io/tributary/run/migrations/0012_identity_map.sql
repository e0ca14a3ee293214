-- One row per identifier and time in which it was in one profile: from the run
-- from_run to the run to_run. A key stands for the identifier, for the first
-- one of its component, and for the one that names its profile.
create table {store}.identity_map (
    from_run bigint not null,
    to_run bigint encode az64,
    identifier_key bigint not null encode az64,
    identifier_type varchar(64) not null encode zstd,
    identifier varchar(65535) not null encode zstd,
    profile_id varchar(32) not null encode zstd,
    first_seen timestamp not null encode az64,
    component_key bigint not null encode az64,
    profile_key bigint not null encode az64
)
distkey (identifier_key)
sortkey (from_run)
