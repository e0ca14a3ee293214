-- One row per profile. It is due where it is new, has other events than when it
-- was last calculated, as after a merge, or was last calculated before :oldest.
-- How many they are and the sum of their hashes tell whether they are others: a
-- payload that changed counts, too. A payload is hashed first, so that what is
-- hashed with it stays short. Without attributes nothing depends on it.
insert into {work}.int_attribute_profiles (
    number, profile_id, events, contents, is_due
)
with base as (
    {base}
),

{#if attributes}
described as (
    select
        profile_id,
        md5(coalesce(payload, '')) || ' ' || source
            || ' ' || datediff(
                microsecond, '1970-01-01'::timestamp, event_time
            )::varchar
            || ' ' || length(id)::varchar || ' ' || id
            || ' ' || length(type)::varchar || ' ' || type
            || ' ' || coalesce(length(version)::varchar, 'no') || ' '
            || coalesce(version, '')
            || ' ' || coalesce(length(source_id)::varchar, 'no') || ' '
            || coalesce(source_id, '') as description
    from base
),

{/if}
profiles as (
    select
        profile_id,
        count(*) as events,
        {#if attributes}
        cast(
            sum(
                cast(
                    strtol(left(md5(description), 15), 16) as decimal(38, 0)
                )
            ) as decimal(38, 0)
        ) as contents
    from described
        {#else}
        0 as contents
    from base
        {/if}
    group by profile_id
),

known as (
    select
        profile_id,
        events,
        contents,
        calculated_at
    from {store}.attribute_profiles
    where from_run < :run::bigint
        and (to_run is null or to_run >= :run::bigint)
)

select
    (row_number() over (order by profiles.profile_id))::int as number,
    profiles.profile_id,
    profiles.events,
    profiles.contents,
    case
        when known.profile_id is null
            or known.calculated_at < :oldest::timestamp
            or known.events <> profiles.events
            or known.contents is null
            or known.contents <> profiles.contents
            then 1
        else 0
    end as is_due
from profiles
left join known
    on profiles.profile_id = known.profile_id
