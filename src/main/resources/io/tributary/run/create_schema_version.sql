-- One row: the fingerprint of the statements that made this schema.
create table if not exists {store}.schema_version (
    version varchar(64) not null
)
