-- One row per profile known before an as-of moment, and such a moment, with a
-- column for each feature.
insert into {store}.feature_rows (
    from_run, profile_id, as_of{#for one in columns},
    {one.stored}{/for}
)
with aggregated as (
    select
        known.profile_id,
        known.as_of,
        dateadd(day, known.day, '1970-01-01'::date)::date as as_of_day{#for one in aggregates},
        {one.sql} as {one.name}{/for}
    from {work}.int_feature_profiles as known
    {#for one in changes}
    left join {work}.{one} as {one}
        on known.profile = {one}.profile
        and known.number >= {one}.number
        and known.number < {one}.until
    {/for}
    {#for one in tables}
    left join {work}.{one.table} as {one.table}
        on {one.at}.profile = {one.table}.profile
        and {one.at}.number = {one.table}.number
    {/for}
    where known.number between {first_number} and {last_number}
){#for layer in layers},

layer_{layer.number} as (
    select
        *{#for one in layer.formulas},
        {one.sql} as {one.name}{/for}
    from {layer.before}
){/for}

select
    :run::bigint,
    profile_id,
    as_of{#for one in columns},
    {one.name}{/for}
from {last}
