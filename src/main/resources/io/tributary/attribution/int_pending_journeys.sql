-- One row per journey that has no answer of the allowed age.
insert into {work}.int_pending_journeys (
    conversion_id, journey_hash, journey_length
)
select
    journeys.conversion_id,
    journeys.journey_hash,
    journeys.journey_length
from {work}.int_journeys as journeys
where journeys.journey_hash not in (
    select journey_hash
    from {store}.ihc_answers
    where answered_at >= :reused_since::timestamp
)
