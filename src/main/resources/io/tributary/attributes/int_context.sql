-- The rows that the query of a context key gives.
insert into {work}.int_context (context_key, value)
with base as (
    {base}
),

events as (
    select *
    from base
),

profiles as (
    {profiles}
)

select
    {key} as context_key,
    answers.*
from (
    {query}
) as answers
