-- One row per row of the source, typed; a row with a reason is refused.
insert into {work}.int_sessions (
    session_id, user_id, session_at, channel, holder_engagement,
    closer_engagement, impression_interaction, source_file, source_line,
    reason, document
)
with raw_rows as (
    select
        {session_id} as session_id,
        {user_id} as user_id,
        {time} as time_text,
        {channel_name} as channel,
        lower(trim({holder_engagement})) as holder_text,
        lower(trim({closer_engagement})) as closer_text,
        lower(trim({impression_interaction})) as impression_text,
        {source_file} as source_file,
        {source_line} as source_line
    from {table}
),

typed as (
    select
        *,
        try_cast(nullif(trim(time_text), '') as timestamptz)
            at time zone 'UTC' as session_at,
        case
            when coalesce(holder_text, '') in ('', '0', '0.0', 'f', 'false') then 0
            when holder_text in ('1', '1.0', 't', 'true') then 1
        end as holder_engagement,
        case
            when coalesce(closer_text, '') in ('', '0', '0.0', 'f', 'false') then 0
            when closer_text in ('1', '1.0', 't', 'true') then 1
        end as closer_engagement,
        case
            when coalesce(impression_text, '') in ('', '0', '0.0', 'f', 'false')
                then 0
            when impression_text in ('1', '1.0', 't', 'true') then 1
        end as impression_interaction
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
            when coalesce(trim(user_id), '') = ''
                then 'user_id is missing'
            when octet_length(user_id) > 256
                then 'user_id is longer than 256 bytes'
            when coalesce(trim(time_text), '') = ''
                then 'the time is missing'
            when session_at is null
                or session_at < '0001-01-01'::timestamp
                or session_at >= '10000-01-01'::timestamp
                then 'the time cannot be read: write 2023-12-31 18:30:00'
            when coalesce(trim(channel), '') = ''
                then 'channel_name is missing'
            when octet_length(channel) > 256
                then 'channel_name is longer than 256 bytes'
            when holder_engagement is null
                then 'holder_engagement is neither 0 nor 1'
            when closer_engagement is null
                then 'closer_engagement is neither 0 nor 1'
            when impression_interaction is null
                then 'impression_interaction is neither 0 nor 1'
        end as reason
    from typed
)

select
    case when reason is null then session_id end as session_id,
    case when reason is null then user_id end as user_id,
    session_at,
    case when reason is null then channel end as channel,
    holder_engagement,
    closer_engagement,
    impression_interaction,
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
                    'user_id', left(user_id, 500),
                    'time', left(time_text, 500),
                    'channel_name', left(channel, 500),
                    'holder_engagement', left(holder_text, 100),
                    'closer_engagement', left(closer_text, 100),
                    'impression_interaction', left(impression_text, 100)
                )
            )
    end as document
from checked
