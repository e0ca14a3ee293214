-- One row per profile that has events, with a number for this run.
create table {work}.int_attribute_profiles (
    number int not null encode az64,
    profile_id varchar(32) not null encode zstd,
    events bigint not null encode az64,
    contents decimal(38, 0) not null encode az64,
    is_due int not null encode az64
)
distkey (profile_id)
