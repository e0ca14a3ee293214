-- One row per journey that has to be sent.
create table {work}.int_pending_journeys (
    conversion_id varchar(256) encode zstd,
    journey_hash varchar(32) encode zstd,
    journey_length int encode az64
)
distkey (conversion_id)
