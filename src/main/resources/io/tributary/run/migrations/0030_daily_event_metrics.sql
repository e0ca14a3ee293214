-- One row per run and day of its window. A rate is in percent, a length in seconds.
create table {store}.daily_event_metrics (
    run bigint not null,
    event_date date not null,
    dau bigint not null,
    total_sessions bigint not null,
    bounce_rate float8 not null,
    avg_session_length float8 not null
)
sortkey (run, event_date)
