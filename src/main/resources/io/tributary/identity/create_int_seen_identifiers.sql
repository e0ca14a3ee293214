-- One row per value that new events carry, when they do first, the key that stands
-- for it, its component if it was known, and whether it was seen earlier than
-- known; a blocked value has neither key nor component.
create table {work}.int_seen_identifiers (
    position int not null encode az64,
    identifier varchar(65535) not null encode zstd,
    first_seen timestamp not null encode az64,
    is_blocked int not null encode az64,
    is_known int not null encode az64,
    identifier_key bigint encode az64,
    component_key bigint encode az64,
    is_earlier int not null encode az64
)
distkey (identifier_key)
