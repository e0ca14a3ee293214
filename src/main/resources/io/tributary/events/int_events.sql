-- One row per row of the source, typed; a row with a reason is refused. Only
-- then is an identifier looked at, so that nothing too long is ever parsed.
-- What the payload is made of counts with its name, its quotes and its comma.
insert into {work}.{events} (
    event_id, source_id, type, version, event_time, payload,
    {#for value in identifiers}identifier_{value_count}, {/for}
    {#for value in lookups}lookup_{value_count}, {/for}
    {#for column in web}{column.name}, {/for}
    source_file, source_line, reason, document
)
with raw_rows as (
    select
        {id} as event_id,
        {source_id} as source_id,
        {type} as type,
        {version} as version,
        {time} as time_text,
        {#if payload}
        {payload} as payload,
        {payload_bytes} as payload_bytes,
        {/if}
        {#for member in members}
        rtrim({member.raw}, ' ') as {member.name},
        {/for}
        {#for column in nested}
        {column.bytes} as {column.name},
        {/for}
        {#for column in columns}
        {column.raw} as {column.name},
        {/for}
        {#for value in calculated}
        {value.raw} as {value.name},
        {/for}
        {#for column in web}
        nullif(trim({column.raw}), '') as {column.name},
        {/for}
        {source_file} as source_file,
        {source_line} as source_line
    from {table}
),

typed as (
    select
        *,
        {#if members}
        1{#for member in members}
        + case when {member.name} <> '' then json_size(object({member.key}, {member.name})) - 1 else 0 end{/for}
            as payload_bytes,
        {/if}
        try_cast(nullif(trim(time_text), '') as timestamptz)
            at time zone 'UTC' as event_time
    from raw_rows
),

checked as (
    select
        *,
        case
            when coalesce(trim(event_id), '') = ''
                then {id_name} || ' is missing'
            when octet_length(event_id) > 256
                then {id_name} || ' is longer than 256 bytes'
            when coalesce(trim(time_text), '') = ''
                then 'the time is missing'
            when event_time is null
                or event_time < '0001-01-01'::timestamp
                or event_time >= '10000-01-01'::timestamp
                then 'the time cannot be read: write 2023-12-31 18:30:00'
            when coalesce(trim(type), '') = ''
                then 'the type is missing'
            when octet_length(type) > 256
                then 'the type is longer than 256 bytes'
            when octet_length(version) > 256
                then 'the version is longer than 256 bytes'
            when octet_length(source_id) > 256
                then 'source_id is longer than 256 bytes'
            {#if is_event}
            when payload_bytes > 65535
                then 'the payload is longer than 65535 bytes'
            {/if}
            {#for column in nested}
            when {column.name} > 65535
                then {column.logical} || ' is longer than 65535 bytes'
            {/for}
            {#if payload}
            when coalesce(trim(payload), '') = ''
                then 'the payload is missing'
            when not is_valid_json(payload)
                then 'the payload is no JSON object'
            {/if}
            {#for column in columns}
            when octet_length({column.name}) > 65535
                then {column.logical} || ' is longer than 65535 bytes'
            {/for}
            {#if longest_user}
            when octet_length({longest_user}) > 256
                then 'user_id is longer than 256 bytes'
            {/if}
            {#for value in calculated}
            when octet_length({value.name}) > 65535
                then 'an identifier by sql: is longer than 65535 bytes'
            {/for}
        end as reason
    from typed
)

select
    case when reason is null then event_id end as event_id,
    case when reason is null then source_id end as source_id,
    case when reason is null then type end as type,
    case when reason is null then version end as version,
    event_time,
    {#if payload}
    case when reason is null then payload end as payload,
    {#else}
    case
        when reason is null and payload_bytes <= 65535
            then '{' || substring(
                ''{#for member in members}
                || case when {member.name} <> '' then ',' || btrim(json_serialize(object({member.key}, {member.name})), '{}') else '' end{/for},
                2
            ) || '}'
    end as payload,
    {/if}
    {#for value in identifiers}
    case when reason is null then {value} end as identifier_{value_count},
    {/for}
    {#for value in lookups}
    case when reason is null then {value} end as lookup_{value_count},
    {/for}
    {#for column in web}
    case when reason is null then {column.name} end as {column.name},
    {/for}
    source_file,
    source_line,
    reason,
    case
        when reason is not null
            then json_serialize(
                object(
                    'file', source_file,
                    'line', source_line,
                    'id', left(event_id, 500),
                    'type', left(type, 500),
                    'time', left(time_text, 500),
                    'payload', {#if payload}left(payload, 2000){#else}null::varchar{/if}
                )
            )
    end as document
from checked
