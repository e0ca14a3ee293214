-- One row per identifier that is gone, or is not as the published map had it.
create table {work}.int_superseded_identities (
    identifier_key bigint not null encode az64
)
distkey (identifier_key)
