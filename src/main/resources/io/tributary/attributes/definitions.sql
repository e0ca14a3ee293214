-- One row per attribute that was valid before the run.
select
    attribute_id,
    definition,
    is_text
from {store}.attribute_definitions
where from_run < :run::bigint
    and (to_run is null or to_run >= :run::bigint)
order by attribute_id
