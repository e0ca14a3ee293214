-- One row per session to send, in the bucket of its conversion's hash.
insert into {work}.int_request_rows (
    bucket, journey_hash, conversion_id, session_id, session_at, channel,
    holder_engagement, closer_engagement, conversion, impression_interaction
)
select
    mod(
        strtol(left(md5(pending.conversion_id), 8), 16),
        :buckets::bigint
    )::int as bucket,
    pending.journey_hash,
    sessions.conversion_id,
    sessions.session_id,
    sessions.session_at,
    sessions.channel,
    sessions.holder_engagement,
    sessions.closer_engagement,
    case
        when sessions.position = sessions.journey_length then 1 else 0
    end as conversion,
    sessions.impression_interaction
from {work}.int_journey_sessions as sessions
inner join {work}.int_pending_journeys as pending
    on sessions.conversion_id = pending.conversion_id
