-- One row per run: what it covers and how far it came.
create table {store}.runs (
    run bigint not null,
    execution varchar(2048) not null,
    window_from timestamp,
    window_to timestamp not null,
    as_of timestamp not null,
    status varchar(16) not null,
    started_at timestamp not null,
    ended_at timestamp
)
