-- One row per column of the wide table as it is.
select
    column_name,
    lower(data_type) as data_type
from information_schema.columns
where table_schema = :schema
    and table_name = 'profile_attributes_wide'
order by ordinal_position
