-- One row per attribute: how its values differ from what is live.
create table {work}.int_attribute_differences (
    attribute_id varchar(256) not null encode zstd,
    values_before bigint not null encode az64,
    values_now bigint not null encode az64,
    profiles bigint not null encode az64,
    profiles_that_differ bigint not null encode az64
)
