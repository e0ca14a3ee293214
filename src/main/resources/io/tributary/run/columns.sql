-- One row per column of a schema's tables and views.
select
    table_schema || '.' || table_name as full_name,
    column_name
from information_schema.columns
where table_schema = :schema
order by table_schema, table_name, ordinal_position
