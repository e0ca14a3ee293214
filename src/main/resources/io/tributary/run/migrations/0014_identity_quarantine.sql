-- One row per identifier that a guard rail keeps out of an event, and one per
-- blocked value, from the run from_run to the run to_run. A blocked value has
-- no keys.
create table {store}.identity_quarantine (
    from_run bigint not null,
    to_run bigint encode az64,
    run_id bigint not null,
    identifier_type varchar(64) not null encode zstd,
    identifier varchar(65535) not null encode zstd,
    reason varchar(32) not null encode zstd,
    limit_type varchar(64) encode zstd,
    limit_value bigint encode az64,
    event_id varchar(256) not null encode zstd,
    source varchar(64) not null encode zstd,
    event_time timestamp not null encode az64,
    identifier_key bigint encode az64,
    event_key bigint encode az64
)
sortkey (from_run)
