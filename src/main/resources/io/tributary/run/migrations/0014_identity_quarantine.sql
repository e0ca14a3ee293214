-- One row per run and identifier that a guard rail kept out of an event, and
-- one per blocked value.
create table {store}.identity_quarantine (
    run bigint not null,
    run_id bigint not null,
    identifier_type varchar(64) not null encode zstd,
    identifier varchar(65535) not null encode zstd,
    reason varchar(32) not null encode zstd,
    limit_type varchar(64) encode zstd,
    limit_value bigint encode az64,
    event_id varchar(256) not null encode zstd,
    source varchar(64) not null encode zstd,
    event_time timestamp not null encode az64
)
sortkey (run)
