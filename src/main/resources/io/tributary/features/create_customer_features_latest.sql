-- The newest as-of moment, whatever was calculated last.
create view {published}.customer_features_latest as
select
    profile_id,
    as_of as timestamp{#for one in columns},
    {one.stored} as {one.name}{/for}
from {store}.feature_rows
where from_run <= (select run from {store}.live)
    and (to_run is null or to_run > (select run from {store}.live))
    and as_of = (
        select max(as_of)
        from {store}.feature_rows
        where from_run <= (select run from {store}.live)
            and (to_run is null or to_run > (select run from {store}.live))
    )
