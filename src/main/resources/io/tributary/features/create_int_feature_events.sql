-- One row per event of a profile before the last as-of moment: seen is the first
-- moment after it, day its own day in the project's time zone.
create table {work}.int_feature_events (
    event_key bigint not null encode az64,
    profile bigint not null encode az64,
    profile_id varchar(256) not null encode zstd,
    source varchar(64) not null encode zstd,
    event_time timestamp not null encode az64,
    seen int not null encode az64,
    day int not null encode az64
)
distkey (profile)
