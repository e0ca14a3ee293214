-- A cost whose session is not there, or was refused, has neither a channel nor
-- a date.
insert into {published}.rejected_rows (
    run_id, stage, source, reason, document
)
select
    :run::bigint,
    'extract',
    {source},
    'there is no session with this session_id, or it was refused',
    json_serialize(
        object(
            'file', costs.source_file,
            'line', costs.source_line,
            'session_id', costs.session_id,
            'cost', costs.cost::varchar
        )
    )
from {work}.int_session_costs as costs
left join {work}.int_costed_sessions as sessions
    on costs.session_id = sessions.session_id
where costs.reason is null
    and sessions.session_id is null
