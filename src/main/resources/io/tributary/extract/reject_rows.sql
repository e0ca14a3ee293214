-- The rows of a source that are refused one by one.
insert into {published}.rejected_rows (
    run_id, stage, source, reason, document
)
select
    :run::bigint,
    'extract',
    {source},
    reason,
    document
from {work}.{rows}
where reason is not null
