-- One row per run, conversion and session that may have led to it.
create table {store}.journey_sessions (
    run bigint not null,
    conversion_id varchar(256) not null encode zstd,
    profile_id varchar(256) not null encode zstd,
    session_id varchar(256) not null encode zstd,
    session_at timestamp not null encode az64,
    channel varchar(256) not null encode zstd,
    holder_engagement int not null encode az64,
    closer_engagement int not null encode az64,
    impression_interaction int not null encode az64,
    position int not null encode az64
)
distkey (conversion_id)
sortkey (run, session_at)
