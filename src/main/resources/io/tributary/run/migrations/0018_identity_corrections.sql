-- One row per run and correction that the operator's file made.
create table {store}.identity_corrections (
    run bigint not null,
    verdict varchar(16) not null encode zstd,
    one_type varchar(64) not null encode zstd,
    one_identifier varchar(65535) not null encode zstd,
    other_type varchar(64) not null encode zstd,
    other_identifier varchar(65535) not null encode zstd,
    line int not null encode az64
)
sortkey (run)
