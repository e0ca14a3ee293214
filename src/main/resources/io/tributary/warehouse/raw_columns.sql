-- One row per column of the raw schema's tables.
select
    table_schema || '.' || table_name as raw_table,
    column_name
from information_schema.columns
where table_schema = :schema
order by table_schema, table_name, ordinal_position
