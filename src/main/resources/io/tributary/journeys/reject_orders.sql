-- Orders that are no conversion.
insert into {published}.rejected_rows (
    run_id, stage, source, reason, document
)
select
    :run::bigint,
    'journeys',
    {orders},
    reason,
    document
from {work}.int_orders
where reason is not null
