-- One row per profile, attribute and value, with the runs in which it is valid.
create table {store}.profile_attributes (
    from_run bigint not null,
    to_run bigint,
    profile_id varchar(32) not null encode zstd,
    attribute_id varchar(64) not null encode zstd,
    value varchar(65535) not null encode zstd,
    calculated_at timestamp not null encode az64
)
distkey (profile_id)
sortkey (attribute_id)
