-- One row: how this run's requests went.
select
    count(*) as requests,
    coalesce(
        sum(case when status <> 'failed' then 1 else 0 end), 0
    )::bigint as succeeded,
    coalesce(sum(paid_journeys), 0)::bigint as paid,
    coalesce(sum(refused_journeys), 0)::bigint as refused,
    coalesce(sum(failed_journeys), 0)::bigint as failed,
    coalesce(sum(takeovers), 0)::bigint as takeovers,
    coalesce(sum(journeys), 0)::bigint as journeys,
    coalesce(
        max(case when status = 'failed' then reason end), ''
    ) as reason
from {published}.attribution_requests
where run_id = :run::bigint
