-- One row per run and feature: its column of feature_rows, and what it means.
create table {store}.feature_definitions (
    run bigint not null,
    place int not null,
    feature_name varchar(128) not null encode zstd,
    feature_type varchar(16) not null encode zstd,
    stored_as varchar(160) not null encode zstd,
    description varchar(4096) not null encode zstd,
    definition varchar(65535) not null encode zstd
)
