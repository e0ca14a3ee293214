-- One row per profile of the last run that stitched: the number of the identifier
-- that gave it its id, or one beyond all numbers where that one is gone.
create table {work}.int_profiles_before (
    profile_key bigint not null encode az64,
    profile_id varchar(32) not null encode zstd,
    number int not null encode az64
)
distkey (profile_key)
