-- One row per value that new events carry, when they do first, and the key that
-- stands for it; a blocked value has none.
create table {work}.int_seen_identifiers (
    position int not null encode az64,
    identifier varchar(65535) not null encode zstd,
    first_seen timestamp not null encode az64,
    is_blocked int not null encode az64,
    is_known int not null encode az64,
    identifier_key bigint encode az64
)
distkey (identifier_key)
