-- One row per identifier that was left out of an event, in numbers.
create table {work}.int_refusals (
    identifier int not null,
    event int not null,
    reason varchar(32) not null,
    type int not null,
    guard_limit int not null
)
