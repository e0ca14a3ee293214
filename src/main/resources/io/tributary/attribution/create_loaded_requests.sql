-- Outcomes of requests as the workers left them.
create table {work}.loaded_requests (
    run_id bigint,
    request_id varchar(64),
    journeys bigint,
    sessions bigint,
    attempts bigint,
    takeovers bigint,
    status varchar(16),
    paid_journeys bigint,
    refused_journeys bigint,
    failed_journeys bigint,
    seconds float8,
    reason varchar(1024)
)
