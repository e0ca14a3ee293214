-- One row per identifier, as the link function reads it.
create table {work}.int_stitching_identifiers (
    number int not null,
    type int not null,
    component int not null,
    profile int not null
)
