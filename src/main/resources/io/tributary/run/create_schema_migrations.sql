-- One row per migration that was applied: the checksum is its file's SHA-256.
create table if not exists {store}.schema_migrations (
    version bigint not null,
    name varchar(128) not null,
    checksum varchar(64) not null,
    applied_at timestamp not null
)
