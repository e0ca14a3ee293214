-- One row per identifier that was stitched, as the published map has it now.
create table {work}.int_identities (
    number int not null encode az64,
    identifier_key bigint not null encode az64,
    identifier_type varchar(64) not null encode zstd,
    identifier varchar(65535) not null encode zstd,
    first_seen timestamp not null encode az64,
    component_key bigint not null encode az64,
    profile_key bigint not null encode az64,
    profile_id varchar(32) not null encode zstd
)
distkey (identifier_key)
