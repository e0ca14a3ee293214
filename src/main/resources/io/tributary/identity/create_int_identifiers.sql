-- One row per identifier of the components that this run stitches. Numbers follow
-- the order in which identifiers were first seen, so that a profile's smallest one
-- names it. What was before is null where the identifier is new.
create table {work}.int_identifiers (
    number int not null encode az64,
    position int not null encode az64,
    identifier_type varchar(64) not null encode zstd,
    identifier varchar(65535) not null encode zstd,
    identifier_key bigint not null encode az64,
    first_seen timestamp not null encode az64,
    is_torn int not null encode az64,
    component_before bigint encode az64,
    profile_before bigint encode az64,
    profile_id_before varchar(32) encode zstd
)
distkey (identifier_key)
