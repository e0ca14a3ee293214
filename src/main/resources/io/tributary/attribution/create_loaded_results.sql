-- Results as the workers left them: a row per journey and session of an answer,
-- which has no request_id, and one per request, which has no journey_hash.
create table {work}.loaded_results (
    journey_hash varchar(32),
    conversion_id varchar(256),
    session_id varchar(256),
    initializer float8,
    holder float8,
    closer float8,
    ihc float8,
    answered_at timestamp,
    run_id bigint,
    request_id varchar(64),
    journeys bigint,
    sessions bigint,
    attempts bigint,
    takeovers bigint,
    paid_journeys bigint,
    refused_journeys bigint,
    failed_journeys bigint,
    seconds float8,
    status varchar(16),
    reason varchar(1024)
)
