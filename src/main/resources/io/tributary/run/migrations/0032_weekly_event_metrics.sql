-- One row per run and week, by its Monday. Stickiness is in percent.
create table {store}.weekly_event_metrics (
    run bigint not null,
    week_start date not null,
    wau bigint not null,
    average_dau float8 not null,
    stickiness float8 not null,
    total_sessions bigint not null,
    bounce_rate float8 not null,
    avg_session_length float8 not null
)
sortkey (run, week_start)
