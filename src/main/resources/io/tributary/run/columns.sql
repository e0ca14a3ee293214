-- One row per column of a schema's tables and views; is_nested says which are of
-- type SUPER.
select
    table_schema || '.' || table_name as full_name,
    column_name,
    case when lower(data_type) in ('super', 'json') then 1 else 0 end
        as is_nested
from information_schema.columns
where table_schema = :schema
order by table_schema, table_name, ordinal_position
