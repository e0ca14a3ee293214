-- One row per profile, with the run that calculated all of its attributes last,
-- and what its events were: how many, and the sum of their moments.
create table {store}.attribute_profiles (
    from_run bigint not null,
    to_run bigint,
    profile_id varchar(32) not null encode zstd,
    events bigint not null encode az64,
    moments decimal(38, 0) not null encode az64,
    calculated_at timestamp not null encode az64
)
distkey (profile_id)
