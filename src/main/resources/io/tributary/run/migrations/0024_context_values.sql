-- One row per key of the context, with the runs in which its value is valid.
create table {store}.context_values (
    from_run bigint not null,
    to_run bigint,
    context_key varchar(64) not null encode zstd,
    value varchar(65535) encode zstd,
    definition varchar(64) not null encode zstd,
    calculated_at timestamp not null encode az64
)
