-- One row: whether the project's schema was ever made.
select count(*)
from information_schema.tables
where table_schema = :schema
    and table_name = 'schema_migrations'
