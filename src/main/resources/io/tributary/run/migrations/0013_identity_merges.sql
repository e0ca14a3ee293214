-- One row per change of a profile id, with the event that caused it.
create table {store}.identity_merges (
    run bigint not null,
    run_id bigint not null,
    kind varchar(16) not null encode zstd,
    merged_profile_id varchar(32) not null encode zstd,
    into_profile_id varchar(32) not null encode zstd,
    event_id varchar(256) encode zstd,
    source varchar(64) encode zstd,
    merged_at timestamp not null encode az64
)
distkey (merged_profile_id)
sortkey (run)
