-- One row per identifier that is left out of an event, in the components that were
-- stitched again.
create table {work}.int_refused (
    identifier_key bigint not null encode az64,
    event_key bigint not null encode az64,
    identifier_type varchar(64) not null encode zstd,
    identifier varchar(65535) not null encode zstd,
    reason varchar(32) not null encode zstd,
    limit_type varchar(64) encode zstd,
    limit_value bigint encode az64
)
distkey (identifier_key)
