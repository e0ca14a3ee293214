-- Copies of one id that say different things: nobody knows which is right.
insert into {published}.rejected_rows (
    run_id, stage, source, reason, document
)
select
    :run::bigint,
    'extract',
    {source},
    '{id} stands ' || copies.copies
        || ' times with different values: all are refused',
    json_serialize(object('{id}', copies.{id}))
from {work}.{copies} as copies
inner join {work}.{rows} as refused
    on copies.{id} = refused.{id}
where copies.is_equal = 0
    and refused.reason is null
