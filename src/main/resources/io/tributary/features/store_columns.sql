-- One row per column of the table of features.
select column_name
from information_schema.columns
where table_schema = :schema
    and table_name = 'feature_rows'
order by ordinal_position
