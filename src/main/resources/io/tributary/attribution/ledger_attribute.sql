-- The ledger's row of the requests: journeys sent, and those answered.
insert into {published}.run_ledger (
    run_id, stage, started_at, ended_at, rows_in, rows_out, rows_rejected,
    status, note
)
select
    :run::bigint,
    'attribute',
    coalesce(
        (
            select max(ended_at)
            from {published}.run_ledger
            where run_id = :run::bigint
                and stage = 'journeys'
        ),
        getdate()
    ),
    getdate(),
    coalesce(sum(journeys), 0)::bigint,
    coalesce(sum(paid_journeys - refused_journeys), 0)::bigint,
    coalesce(sum(refused_journeys + failed_journeys), 0)::bigint,
    'succeeded',
    count(*) || case when count(*) = 1 then ' request, ' else ' requests, ' end
        || coalesce(sum(attempts), 0)::bigint
        || case when sum(attempts)::bigint = 1 then ' call, ' else ' calls, ' end
        || coalesce(sum(paid_journeys), 0)::bigint
        || case when sum(paid_journeys)::bigint = 1 then ' journey' else ' journeys' end
        || ' paid'
from {published}.attribution_requests
where run_id = :run::bigint
    and not exists (
        select 1
        from {published}.run_ledger
        where run_id = :run::bigint
            and stage = 'attribute'
    )
