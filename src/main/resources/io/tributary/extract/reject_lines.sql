-- Lines that could not even be parsed into columns.
insert into {published}.rejected_rows (
    run_id, stage, source, reason, document
)
select
    :run::bigint,
    'extract',
    {source},
    left(reason, 1000),
    json_serialize(
        object('file', file, 'line', line, 'text', left(document, 2000))
    )
from {rejected_lines}
where table_name = {raw_table}
