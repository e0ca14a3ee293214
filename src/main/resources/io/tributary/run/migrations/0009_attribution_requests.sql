-- One row per request to the attribution service, of failed runs too;
-- seconds are of the calls, attempts count every call that was made.
create table {published}.attribution_requests (
    run_id bigint not null,
    request_id varchar(64) not null,
    journeys bigint not null,
    sessions bigint not null,
    attempts bigint not null,
    takeovers bigint not null,
    status varchar(16) not null,
    paid_journeys bigint not null,
    refused_journeys bigint not null,
    failed_journeys bigint not null,
    seconds float8 not null,
    reason varchar(1024)
)
