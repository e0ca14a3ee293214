-- One row per journey with the hash under which its answer is paid and kept.
create table {work}.int_journeys (
    conversion_id varchar(256) encode zstd,
    journey_hash varchar(32) encode zstd,
    journey_length int encode az64
)
distkey (conversion_id)
