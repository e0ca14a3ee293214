-- The outcomes of this run's requests, and of those that a killed run left.
insert into {published}.attribution_requests (
    run_id, request_id, journeys, sessions, attempts, takeovers, status,
    paid_journeys, refused_journeys, failed_journeys, seconds, reason
)
select
    run_id,
    request_id,
    journeys,
    sessions,
    attempts,
    takeovers,
    status,
    paid_journeys,
    refused_journeys,
    failed_journeys,
    seconds,
    reason
from {work}.loaded_results
where request_id is not null
