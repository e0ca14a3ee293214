-- Copies of one conversion_id that say different things: nobody knows which is right.
insert into {published}.rejected_rows (
    run_id, stage, source, reason, document
)
select
    :run::bigint,
    'extract',
    {source},
    'conversion_id stands ' || copies.copies
        || ' times with different values: all are refused',
    json_serialize(
        object(
            'file', refused.source_file,
            'line', refused.source_line,
            'conversion_id', refused.conversion_id,
            'user_id', refused.user_id,
            'time', refused.converted_at::varchar,
            'revenue', refused.revenue::varchar
        )
    )
from {work}.int_conversion_copies as copies
inner join {work}.int_conversions as refused
    on copies.conversion_id = refused.conversion_id
where copies.is_equal = 0
    and refused.reason is null
