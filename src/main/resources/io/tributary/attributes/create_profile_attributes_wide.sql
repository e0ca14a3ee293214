-- One row per profile at the live run, with a column per attribute.
create view {published}.profile_attributes_wide as
select
    profile_id{#for one in columns},
    {one.name}{/for}
from {store}.{wide}
where from_run <= (select run from {store}.live)
    and (to_run is null or to_run > (select run from {store}.live))
