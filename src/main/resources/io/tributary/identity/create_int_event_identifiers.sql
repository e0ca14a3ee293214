-- One row per event and identifier that it carries; position is the place of
-- the identifier's type in order of priority.
create table {work}.int_event_identifiers (
    event_key bigint not null encode az64,
    event_time timestamp not null encode az64,
    event_id varchar(256) not null encode zstd,
    source varchar(64) not null encode zstd,
    position int not null encode az64,
    identifier varchar(65535) not null encode zstd,
    is_blocked int not null encode az64
)
distkey (event_key)
sortkey (event_key)
