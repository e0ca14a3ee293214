-- One row per row of the source, typed; a row with a reason is refused.
insert into {work}.int_conversions (
    conversion_id, user_id, converted_at, revenue, source_file, source_line,
    reason, document
)
with raw_rows as (
    select
        {conversion_id} as conversion_id,
        {user_id} as user_id,
        {time} as time_text,
        {revenue} as revenue_text,
        {source_file} as source_file,
        {source_line} as source_line
    from {table}
),

typed as (
    select
        *,
        try_cast(nullif(trim(time_text), '') as timestamptz)
            at time zone 'UTC' as converted_at,
        try_cast(nullif(trim(revenue_text), '') as decimal(18, 4)) as revenue
    from raw_rows
),

checked as (
    select
        *,
        case
            when coalesce(trim(conversion_id), '') = ''
                then 'conversion_id is missing'
            when octet_length(conversion_id) > 256
                then 'conversion_id is longer than 256 bytes'
            when coalesce(trim(user_id), '') = ''
                then 'user_id is missing'
            when octet_length(user_id) > 256
                then 'user_id is longer than 256 bytes'
            when coalesce(trim(time_text), '') = ''
                then 'the time is missing'
            when converted_at is null
                or converted_at < '0001-01-01'::timestamp
                or converted_at >= '10000-01-01'::timestamp
                then 'the time cannot be read: write 2023-12-31 18:30:00'
            when coalesce(trim(revenue_text), '') = ''
                then 'revenue is missing'
            when revenue is null
                then 'revenue is no finite number below 10^14: write 1234.50'
            when revenue < 0
                then 'revenue is negative'
        end as reason
    from typed
)

select
    case when reason is null then conversion_id end as conversion_id,
    case when reason is null then user_id end as user_id,
    converted_at,
    revenue,
    source_file,
    source_line,
    reason,
    case
        when reason is not null
            then json_serialize(
                object(
                    'file', source_file,
                    'line', source_line,
                    'conversion_id', left(conversion_id, 500),
                    'user_id', left(user_id, 500),
                    'time', left(time_text, 500),
                    'revenue', left(revenue_text, 500)
                )
            )
    end as document
from checked
