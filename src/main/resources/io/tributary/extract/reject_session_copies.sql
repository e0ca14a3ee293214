-- Copies of one session_id that say different things: nobody knows which is right.
insert into {published}.rejected_rows (
    run_id, stage, source, reason, document
)
select
    :run::bigint,
    'extract',
    {source},
    'session_id stands ' || copies.copies
        || ' times with different values: all are refused',
    json_serialize(
        object(
            'file', refused.source_file,
            'line', refused.source_line,
            'session_id', refused.session_id,
            'user_id', refused.user_id,
            'time', refused.session_at::varchar,
            'channel_name', refused.channel,
            'holder_engagement', refused.holder_engagement::varchar,
            'closer_engagement', refused.closer_engagement::varchar,
            'impression_interaction', refused.impression_interaction::varchar
        )
    )
from {work}.int_session_copies as copies
inner join {work}.int_sessions as refused
    on copies.session_id = refused.session_id
where copies.is_equal = 0
    and refused.reason is null
