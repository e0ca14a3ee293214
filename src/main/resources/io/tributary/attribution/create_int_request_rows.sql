-- One row per session to send; conversion is 1 on a journey's last session.
create table {work}.int_request_rows (
    bucket int,
    journey_hash varchar(32),
    conversion_id varchar(256),
    session_id varchar(256),
    session_at timestamp,
    channel varchar(256),
    holder_engagement int,
    closer_engagement int,
    conversion int,
    impression_interaction int
)
