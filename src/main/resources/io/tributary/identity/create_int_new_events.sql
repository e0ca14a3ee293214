-- One row per event that this run stitches for the first time as it is, with its
-- key to be kept. is_fresh says that an earlier run did not have it.
create table {work}.int_new_events (
    run_id bigint not null encode az64,
    source varchar(64) not null encode zstd,
    event_id varchar(256) not null encode zstd,
    event_time timestamp not null encode az64,
    fingerprint varchar(32) not null encode zstd,
    is_fresh int not null encode az64,
    {#for type in types}
    identifier_{type_count} varchar(65535) encode zstd,
    {/for}
    event_key bigint not null encode az64
)
distkey (event_key)
