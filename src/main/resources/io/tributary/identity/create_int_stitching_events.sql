-- One row per event to go through in order, in numbers: its place, and an
-- identifier of each type, 0 for none.
create table {work}.int_stitching_events (
    number int not null,
    fresh int not null,
    {#for type in types}
    number_{type_count} int not null,
    {/for}
    event_key bigint not null
)
distkey (event_key)
