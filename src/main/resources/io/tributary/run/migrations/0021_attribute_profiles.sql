-- One row per profile, with the run that calculated all of its attributes last.
create table {store}.attribute_profiles (
    from_run bigint not null,
    to_run bigint,
    profile_id varchar(32) not null encode zstd,
    calculated_at timestamp not null encode az64
)
distkey (profile_id)
