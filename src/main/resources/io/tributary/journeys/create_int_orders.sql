-- One row per order, as its latest row says it; one with a reason is refused.
create table {work}.int_orders (
    conversion_id varchar(65535) encode zstd,
    profile_id varchar(256) encode zstd,
    converted_at timestamp encode az64,
    revenue decimal(18, 4) encode az64,
    reason varchar(256),
    document varchar(16384)
)
distkey (profile_id)
