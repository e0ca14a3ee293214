-- One row per run that stitched by other rules than the run before it.
create table {store}.identity_definitions (
    run bigint not null,
    run_id bigint not null,
    definition varchar(64) not null encode zstd
)
sortkey (run)
