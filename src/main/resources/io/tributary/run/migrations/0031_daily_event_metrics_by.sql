-- One row per run, day, dimension and value of it.
create table {store}.daily_event_metrics_by (
    run bigint not null,
    event_date date not null,
    dimension varchar(64) not null encode zstd,
    value varchar(65535) not null encode zstd,
    dau bigint not null,
    total_sessions bigint not null,
    bounce_rate float8 not null,
    avg_session_length float8 not null
)
sortkey (run, event_date)
