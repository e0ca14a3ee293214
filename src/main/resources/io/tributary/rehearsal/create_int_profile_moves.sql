-- One row per pair of a live profile and one of this run that share
-- identifiers; one side is null where identifiers are new or gone. A profile is
-- named in the row whose identifiers hold the one that its id is made of.
create table {work}.int_profile_moves (
    profile_before varchar(32) encode zstd,
    before_named_by varchar(1024) encode zstd,
    profile_now varchar(32) encode zstd,
    now_named_by varchar(1024) encode zstd,
    identifiers bigint not null encode az64
)
