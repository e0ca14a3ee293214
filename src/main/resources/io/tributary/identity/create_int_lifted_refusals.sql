-- One row per identifier that was left out of an event and is not any more, or
-- for another reason.
create table {work}.int_lifted_refusals (
    identifier_key bigint not null encode az64,
    event_key bigint not null encode az64
)
