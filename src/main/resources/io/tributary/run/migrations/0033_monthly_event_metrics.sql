-- One row per run and month, by its first day. Stickiness is in percent.
create table {store}.monthly_event_metrics (
    run bigint not null,
    month_start date not null,
    mau bigint not null,
    average_dau float8 not null,
    stickiness float8 not null,
    total_sessions bigint not null,
    bounce_rate float8 not null,
    avg_session_length float8 not null
)
sortkey (run, month_start)
