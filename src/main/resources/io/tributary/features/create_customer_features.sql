-- One row per profile and as-of moment at the live run, with a column for each
-- of its features.
create view {published}.customer_features as
select
    profile_id,
    as_of as timestamp{#for one in columns},
    {one.stored} as {one.name}{/for}
from {store}.feature_rows
where from_run <= (select run from {store}.live)
    and (to_run is null or to_run > (select run from {store}.live))
