-- One row per blocked value of which the event that stood for it is gone.
create table {work}.int_lost_blocked (
    identifier_type varchar(64) not null encode zstd,
    identifier varchar(65535) not null encode zstd
)
