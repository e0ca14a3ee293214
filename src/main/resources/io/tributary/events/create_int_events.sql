-- One row per row of a source of events, typed; a row with a reason is none.
create table {work}.{events} (
    event_id varchar(256) encode zstd,
    source_id varchar(256) encode zstd,
    type varchar(256) encode zstd,
    version varchar(256) encode zstd,
    event_time timestamp encode az64,
    payload varchar(65535) encode zstd,
    {#for value in identifiers}
    identifier_{value_count} varchar(65535) encode zstd,
    lookup_{value_count} varchar(65535) encode zstd,
    {/for}
    {#for column in web}
    {column.name} varchar(65535) encode zstd,
    {/for}
    source_file varchar(1024),
    source_line bigint,
    reason varchar(256),
    document varchar(16384)
)
distkey (event_id)
