-- One row per row of the source, typed; a row with a reason is refused.
insert into {work}.int_channel_costs (
    channel, cost_date, cost, reason, document
)
with raw_rows as (
    select
        {channel_name} as channel,
        {date} as date_text,
        {cost} as cost_text,
        {source_file} as source_file,
        {source_line} as source_line
    from {table}
),

typed as (
    select
        *,
        try_cast(nullif(trim(date_text), '') as date) as cost_date,
        try_cast(nullif(trim(cost_text), '') as decimal(18, 4)) as cost
    from raw_rows
),

checked as (
    select
        *,
        case
            when coalesce(trim(channel), '') = ''
                then 'channel_name is missing'
            when octet_length(channel) > 256
                then 'channel_name is longer than 256 bytes'
            when coalesce(trim(date_text), '') = ''
                then 'the date is missing'
            when cost_date is null
                or cost_date < '0001-01-01'::date
                or cost_date >= '10000-01-01'::date
                then 'the date cannot be read: write 2023-12-31'
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
    case when reason is null then channel end as channel,
    cost_date,
    cost,
    reason,
    case
        when reason is not null
            then json_serialize(
                object(
                    'file', source_file,
                    'line', source_line,
                    'channel_name', left(channel, 500),
                    'date', left(date_text, 500),
                    'cost', left(cost_text, 500)
                )
            )
    end as document
from checked
