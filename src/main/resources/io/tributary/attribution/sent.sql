-- One row: the journeys that this run had to send, and those of them that have
-- an answer now, be it one that is kept as refused.
with answers as (
    select distinct journey_hash
    from {store}.ihc_answers
    where answered_at >= :answered_since::timestamp
)

select
    count(*) as journeys,
    count(answers.journey_hash) as answered
from {work}.int_pending_journeys as pending
left join answers
    on pending.journey_hash = answers.journey_hash
