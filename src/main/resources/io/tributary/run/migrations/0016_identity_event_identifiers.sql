-- One row per event and identifier that may take part, while the event is as it
-- is; position is the place of the identifier's type in order of priority.
create table {store}.identity_event_identifiers (
    from_run bigint not null,
    to_run bigint encode az64,
    event_key bigint not null encode az64,
    position int not null encode az64,
    identifier_key bigint not null encode az64
)
distkey (event_key)
sortkey (from_run)
