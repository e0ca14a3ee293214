-- Tries a query on no rows.
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

select {columns}
from (
    {query}
) as answers
where 1 = 0
