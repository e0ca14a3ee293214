-- One row per component that new events may change: they bring it an identifier,
-- join it to another, come before one of its identifiers was seen, or reach into one
-- that breaks a guard rail. A new event that does none of that leaves it as it is.
-- One that lost an event is torn: it may fall apart, and is linked from its events.
create table {work}.int_touched_components (
    component_key bigint not null encode az64,
    is_torn int not null encode az64
)
distkey (component_key)
