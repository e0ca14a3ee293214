-- One row per row that the query of a context key gives.
create table {work}.int_context (
    context_key varchar(64) not null encode zstd,
    value varchar(65535) encode zstd
)
