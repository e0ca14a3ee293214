-- One row per feature of the live run, in the order of its columns.
select
    definitions.feature_name,
    definitions.feature_type,
    definitions.definition,
    definitions.description
from {store}.feature_definitions as definitions
inner join {store}.live as live
    on definitions.run = live.run
order by definitions.place
