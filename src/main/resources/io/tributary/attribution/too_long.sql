-- One row: how many journeys no request can carry.
select count(distinct conversion_id)
from {work}.int_journey_sessions
where journey_length > {most_sessions}
