-- One row per conversion of the window; user_id is its profile.
create table {work}.stg_profile_conversions (
    conversion_id varchar(256) encode zstd,
    user_id varchar(256) encode zstd,
    converted_at timestamp encode az64,
    revenue decimal(18, 4) encode az64
)
distkey (user_id)
sortkey (user_id, converted_at)
