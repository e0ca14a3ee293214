-- One row per session and day of the project's time zone with an event of it.
create table {work}.int_session_days (
    event_date date not null encode az64,
    owner_key bigint not null encode az64,
    is_start int not null encode az64,
    is_bounce int not null encode az64,
    seconds bigint not null encode az64{#for dimension in dimensions},
    {dimension} varchar(65535) encode zstd{/for}
)
distkey (owner_key)
sortkey (event_date)
