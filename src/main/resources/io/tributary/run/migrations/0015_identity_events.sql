-- One row per event, with the run that stitched it for the first time.
create table {store}.identity_events (
    run bigint not null,
    run_id bigint not null,
    source varchar(64) not null encode zstd,
    event_id varchar(256) not null encode zstd,
    event_time timestamp not null encode az64
)
distkey (event_id)
sortkey (run)
