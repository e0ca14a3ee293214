-- One row per run, model, conversion and session: how much of the conversion
-- the session is credited with. Credits of a conversion sum to exactly 1.
create table {store}.attribution_customer_journey (
    run bigint not null,
    model varchar(32) not null encode zstd,
    conversion_id varchar(256) not null encode zstd,
    session_id varchar(256) not null encode zstd,
    initializer float8,
    holder float8,
    closer float8,
    credit decimal(10, 9) not null encode az64
)
distkey (conversion_id)
sortkey (run, model)
