-- One row per event that the run works with, whatever its source. By lookups an
-- event is found among the identifiers of others; it joins none.
create table {work}.stg_events (
    event_key bigint not null encode az64,
    source varchar(64) not null encode zstd,
    event_id varchar(256) not null encode zstd,
    source_id varchar(256) encode zstd,
    type varchar(256) not null encode zstd,
    version varchar(256) encode zstd,
    event_time timestamp not null encode az64,
    {#for value in identifiers}
    identifier_{value_count} varchar(65535) encode zstd,
    lookup_{value_count} varchar(65535) encode zstd,
    {/for}
    {#for column in web}
    {column} varchar(65535) encode zstd,
    {/for}
    payload varchar(65535) encode zstd
)
distkey (event_key)
sortkey (event_time)
