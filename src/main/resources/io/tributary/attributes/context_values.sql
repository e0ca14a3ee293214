-- One row per context key that is valid before the run, or in it.
select
    context_key,
    definition,
    case when calculated_at < {oldest}::timestamp then 1 else 0 end as is_old,
    value
from {store}.context_values
where from_run {until} :run::bigint
    and (to_run is null or to_run {after} :run::bigint)
order by context_key
