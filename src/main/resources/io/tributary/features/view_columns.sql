-- One row per column of a view of features that users see.
select
    column_name,
    lower(data_type) as data_type
from information_schema.columns
where table_schema = :schema
    and table_name = 'customer_features'
order by ordinal_position
