-- One row per blocked value that another event stands for now, or none.
create table {work}.int_superseded_blocked (
    identifier_type varchar(64) not null encode zstd,
    identifier varchar(65535) not null encode zstd
)
