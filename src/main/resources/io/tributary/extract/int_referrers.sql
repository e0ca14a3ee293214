-- One row per row of the source, typed; a row with a reason is refused. A host is
-- kept without what stands before it and without www.
insert into {work}.int_referrers (host, medium, source, reason, document)
with raw_rows as (
    select
        {host} as host_text,
        {medium} as medium_text,
        {source_name} as source_text,
        {source_file} as source_file,
        {source_line} as source_line
    from {table}
),

typed as (
    select
        *,
        rtrim(
            regexp_replace(
                lower(trim(host_text)), '^([a-z]+://)?(www[.])?', ''
            ),
            '/'
        ) as host,
        lower(trim(medium_text)) as medium,
        trim(source_text) as source
    from raw_rows
),

checked as (
    select
        *,
        case
            when coalesce(host, '') = ''
                then 'host is missing'
            when octet_length(host) > 1024
                then 'host is longer than 1024 bytes'
            when coalesce(medium, '') = ''
                then 'medium is missing'
            when octet_length(medium) > 256
                then 'medium is longer than 256 bytes'
            when coalesce(source, '') = ''
                then 'source is missing'
            when octet_length(source) > 256
                then 'source is longer than 256 bytes'
        end as reason
    from typed
)

select
    case when reason is null then host end as host,
    case when reason is null then medium end as medium,
    case when reason is null then source end as source,
    reason,
    case
        when reason is not null
            then json_serialize(
                object(
                    'file', source_file,
                    'line', source_line,
                    'host', left(host_text, 500),
                    'medium', left(medium_text, 500),
                    'source', left(source_text, 500)
                )
            )
    end as document
from checked
