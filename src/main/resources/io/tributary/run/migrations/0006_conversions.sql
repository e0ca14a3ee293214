-- One row per run and conversion.
create table {store}.conversions (
    run bigint not null,
    conversion_id varchar(256) not null encode zstd,
    profile_id varchar(256) not null encode zstd,
    converted_at timestamp not null encode az64,
    revenue decimal(18, 4) not null encode az64
)
distkey (conversion_id)
sortkey (run, converted_at)
