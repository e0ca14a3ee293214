-- One row per context key that was calculated: how many rows it has.
select
    context_key,
    count(*) as rows_given
from {work}.int_context
group by context_key
order by context_key
