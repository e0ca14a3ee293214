-- One row per component that new events reach into or that lost an event. One
-- that lost an event is torn: it may fall apart, and is linked from its events.
create table {work}.int_touched_components (
    component_key bigint not null encode az64,
    is_torn int not null encode az64
)
distkey (component_key)
