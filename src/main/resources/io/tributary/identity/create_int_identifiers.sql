-- One row per identifier that may take part. Numbers follow the order in which
-- identifiers were first seen, so that a profile's smallest one names it.
create table {work}.int_identifiers (
    number int not null encode az64,
    position int not null encode az64,
    identifier_type varchar(64) not null encode zstd,
    identifier varchar(65535) not null encode zstd,
    first_seen timestamp not null encode az64,
    profile_id varchar(32) not null encode zstd
)
distkey (number)
sortkey (number)
