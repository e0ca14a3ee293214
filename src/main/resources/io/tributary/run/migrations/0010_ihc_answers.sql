-- One row per paid journey and session; a refused answer is one row without
-- a session. The hash names the service, its parameters and the journey.
create table {store}.ihc_answers (
    journey_hash varchar(32) not null encode zstd,
    conversion_id varchar(256) not null encode zstd,
    session_id varchar(256) not null encode zstd,
    initializer float8 not null,
    holder float8 not null,
    closer float8 not null,
    ihc float8 not null,
    status varchar(16) not null encode zstd,
    reason varchar(1024) encode zstd,
    answered_at timestamp not null encode az64
)
distkey (journey_hash)
sortkey (answered_at)
