-- One row per event and time in which it was as it is: from the run from_run to
-- the run to_run. run_id stitched it first; owner_key is its highest identifier.
create table {store}.identity_events (
    from_run bigint not null,
    to_run bigint encode az64,
    event_key bigint not null encode az64,
    run_id bigint not null encode az64,
    source varchar(64) not null encode zstd,
    event_id varchar(256) not null encode zstd,
    event_time timestamp not null encode az64,
    fingerprint varchar(32) not null encode zstd,
    owner_key bigint encode az64
)
distkey (event_key)
sortkey (from_run)
