-- One row per component whose events are gone through in their order.
create table {work}.int_replayed_components (
    component int not null,
    is_pending int not null
)
