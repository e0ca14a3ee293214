-- One row per profile and as-of moment, with the runs in which it is valid; a
-- column for each feature is added when a run first has the feature.
create table {store}.feature_rows (
    from_run bigint not null,
    to_run bigint,
    profile_id varchar(256) not null encode zstd,
    as_of timestamp not null encode az64
)
distkey (profile_id)
sortkey (as_of)
