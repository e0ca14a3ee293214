-- One row per feature of the run.
select
    feature_name,
    feature_type,
    description,
    definition
from {store}.feature_definitions
where run = :run::bigint
order by place
