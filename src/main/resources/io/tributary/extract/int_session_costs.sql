-- One row per row of the source, typed; a row with a reason is refused.
insert into {work}.int_session_costs (
    session_id, cost, source_file, source_line, reason, document
)
with raw_rows as (
    select
        {session_id} as session_id,
        {cost} as cost_text,
        {source_file} as source_file,
        {source_line} as source_line
    from {table}
),

typed as (
    select
        *,
        try_cast(nullif(trim(cost_text), '') as decimal(18, 4)) as cost
    from raw_rows
),

checked as (
    select
        *,
        case
            when coalesce(trim(session_id), '') = ''
                then 'session_id is missing'
            when octet_length(session_id) > 256
                then 'session_id is longer than 256 bytes'
            when coalesce(trim(cost_text), '') = ''
                then 'cost is missing'
            when cost is null
                then 'cost is no finite number below 10^14: write 1234.50'
            when cost < 0
                then 'cost is negative'
        end as reason
    from typed
)

select
    case when reason is null then session_id end as session_id,
    cost,
    source_file,
    source_line,
    reason,
    case
        when reason is not null
            then json_serialize(
                object(
                    'file', source_file,
                    'line', source_line,
                    'session_id', left(session_id, 500),
                    'cost', left(cost_text, 500)
                )
            )
    end as document
from checked
