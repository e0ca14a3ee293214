-- One row per pair of a live profile and one of this run that share
-- identifiers; one side is null where identifiers are new or gone.
create table {work}.int_profile_moves (
    profile_before varchar(32) encode zstd,
    profile_now varchar(32) encode zstd,
    identifiers bigint not null encode az64
)
