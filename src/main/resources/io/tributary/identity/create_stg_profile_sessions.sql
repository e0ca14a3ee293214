-- One row per session that the run may need; user_id is its profile.
create table {work}.stg_profile_sessions (
    session_id varchar(256) encode zstd,
    user_id varchar(256) encode zstd,
    session_at timestamp encode az64,
    channel varchar(256) encode zstd,
    holder_engagement int encode az64,
    closer_engagement int encode az64,
    impression_interaction int encode az64
)
distkey (user_id)
sortkey (user_id, session_at)
