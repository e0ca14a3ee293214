-- One row per profile, as-of moment and feature that has a value.
create view {published}.feature_values as
{#for one in columns}
select
    profile_id,
    as_of as timestamp,
    {one.text}::varchar as feature_name,
    {one.shown_type}::varchar as feature_type,
    {one.as_number} as feature_value_numeric,
    {one.as_string} as feature_value_string,
    {one.as_array} as feature_value_array
from {store}.feature_rows
where {one.stored} is not null
    and from_run <= (select run from {store}.live)
    and (to_run is null or to_run > (select run from {store}.live))
{#if one_hasNext}
union all
{/if}
{/for}
