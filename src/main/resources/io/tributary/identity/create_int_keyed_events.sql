-- One row per new event, with its key to be kept and the key of its identifier of
-- each type. is_fresh says that an earlier run did not have it.
create table {work}.int_keyed_events (
    event_key bigint not null encode az64,
    run_id bigint not null encode az64,
    source varchar(64) not null encode zstd,
    event_id varchar(256) not null encode zstd,
    event_time timestamp not null encode az64,
    fingerprint varchar(32) not null encode zstd,
    {#for type in types}
    key_{type_count} bigint encode az64,
    {/for}
    is_fresh int not null encode az64
)
distkey (event_key)
