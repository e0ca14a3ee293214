-- One row per journey that fits into a request. The hash covers all that is
-- sent: the service and its parameters, and the journey's rows in order. Each
-- text stands behind its length, so that no two journeys read alike.
insert into {work}.int_journeys (conversion_id, journey_hash, journey_length)
with hashed as (
    select
        conversion_id,
        position,
        journey_length,
        md5(
            len(conversion_id)::varchar || '|' || conversion_id || '|'
            || len(session_id)::varchar || '|' || session_id || '|'
            || to_char(session_at, 'YYYY-MM-DD HH24:MI:SS.US') || '|'
            || len(channel)::varchar || '|' || channel || '|'
            || holder_engagement || '|' || closer_engagement || '|'
            || impression_interaction
        ) as row_hash
    from {work}.int_journey_sessions
    where journey_length <= {most_sessions}
)

select
    conversion_id,
    md5(
        :fingerprint
        || listagg(row_hash, '') within group (order by position)
    ) as journey_hash,
    max(journey_length) as journey_length
from hashed
group by conversion_id
