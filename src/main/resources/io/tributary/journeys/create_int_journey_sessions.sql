-- One row per conversion and session before it; position 1 is the earliest.
create table {work}.int_journey_sessions (
    conversion_id varchar(256) encode zstd,
    profile_id varchar(256) encode zstd,
    converted_at timestamp encode az64,
    revenue decimal(18, 4) encode az64,
    session_id varchar(256) encode zstd,
    session_at timestamp encode az64,
    channel varchar(256) encode zstd,
    holder_engagement int encode az64,
    closer_engagement int encode az64,
    impression_interaction int encode az64,
    position int encode az64,
    journey_length int encode az64,
    cut_sessions int encode az64
)
distkey (conversion_id)
