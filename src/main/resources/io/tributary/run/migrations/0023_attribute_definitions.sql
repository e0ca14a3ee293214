-- One row per attribute, with the runs in which it was defined so. is_text is 1
-- where a value that is no number makes it compare as text.
create table {store}.attribute_definitions (
    from_run bigint not null,
    to_run bigint,
    attribute_id varchar(64) not null encode zstd,
    type varchar(32) not null encode zstd,
    data_type varchar(32) not null encode zstd,
    is_text int not null,
    definition varchar(64) not null encode zstd
)
