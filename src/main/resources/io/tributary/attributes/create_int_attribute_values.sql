-- One row per profile, attribute and value.
create table {work}.int_attribute_values (
    profile int not null encode az64,
    attribute_id varchar(64) not null encode zstd,
    value varchar(65535) not null encode zstd
)
distkey (profile)
