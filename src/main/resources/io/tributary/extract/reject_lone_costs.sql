-- A cost whose session is not there has neither a channel nor a date.
insert into {published}.rejected_rows (
    run_id, stage, source, reason, document
)
select
    :run::bigint,
    'extract',
    {source},
    'there is no session of this session_id',
    json_serialize(
        object(
            'session_id', costs.session_id,
            'cost', costs.cost::varchar
        )
    )
from {work}.int_session_costs as costs
left join {work}.int_costed_sessions as sessions
    on costs.session_id = sessions.session_id
where costs.reason is null
    and sessions.session_id is null
