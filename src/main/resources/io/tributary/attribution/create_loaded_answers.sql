-- Answers as the workers left them, one row per journey and session.
create table {work}.loaded_answers (
    journey_hash varchar(32),
    conversion_id varchar(256),
    session_id varchar(256),
    initializer float8,
    holder float8,
    closer float8,
    ihc float8,
    status varchar(16),
    reason varchar(1024),
    answered_at timestamp
)
