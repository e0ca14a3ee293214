-- One row per event that this run stitches for the first time as it is.
create table {work}.int_new_events (
    event_key bigint not null encode az64,
    source varchar(64) not null encode zstd,
    event_id varchar(256) not null encode zstd,
    {#for type in types}
    identifier_{type_count} varchar(65535) encode zstd,
    {/for}
    event_time timestamp not null encode az64
)
distkey (event_key)
