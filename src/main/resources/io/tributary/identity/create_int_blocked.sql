-- One row per blocked value that new events carry or that lost its event, with
-- the first event that carries it now.
create table {work}.int_blocked (
    identifier_type varchar(64) not null encode zstd,
    identifier varchar(65535) not null encode zstd,
    event_id varchar(256) not null encode zstd,
    source varchar(64) not null encode zstd,
    event_time timestamp not null encode az64
)
