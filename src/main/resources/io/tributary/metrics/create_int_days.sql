-- One row per day of the window, with or without events.
create table {work}.int_days (
    event_date date not null encode az64
)
