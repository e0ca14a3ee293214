-- One row: how many journeys and sessions are to be sent.
select
    count(*) as journeys,
    coalesce(sum(journey_length), 0)::bigint as sessions
from {work}.int_pending_journeys
