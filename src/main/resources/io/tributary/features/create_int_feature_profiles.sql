-- One row per profile and as-of moment before which it was known.
create table {work}.int_feature_profiles (
    profile bigint not null encode az64,
    number int not null encode az64,
    profile_id varchar(256) not null encode zstd,
    as_of timestamp not null encode az64,
    day int not null encode az64
)
distkey (profile)
