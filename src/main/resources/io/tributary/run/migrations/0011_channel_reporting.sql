-- One row per run, model, channel and day of the session. Revenue is exact.
create table {store}.channel_reporting (
    run bigint not null,
    model varchar(32) not null encode zstd,
    channel_name varchar(256) not null encode zstd,
    date date not null encode az64,
    cost decimal(38, 4) not null encode az64,
    credit decimal(38, 9) not null encode az64,
    revenue decimal(38, 13) not null encode az64,
    cpo decimal(38, 6) encode az64,
    roas decimal(38, 6) encode az64
)
sortkey (run, model, date)
