-- One row per event that carries identifiers, in numbers: its place in the
-- order of events, and an identifier of each type, 0 for none.
create table {work}.int_stitching_events (
    number int not null,
    fresh int not null,
    event_key bigint not null,
    {#for type in types}
    number_{type_count} int not null,
    {/for}
    identifiers int not null
)
distkey (event_key)
