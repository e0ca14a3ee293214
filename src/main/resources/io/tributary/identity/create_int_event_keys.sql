-- One row per new event, with the key of its identifier of each type.
create table {work}.int_event_keys (
    {#for type in types}
    key_{type_count} bigint encode az64,
    {/for}
    event_key bigint not null encode az64
)
distkey (event_key)
