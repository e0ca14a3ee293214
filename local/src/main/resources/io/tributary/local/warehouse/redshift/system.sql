-- The system's own: what a session asks of itself, and the tables and views of
-- the system that a client reads.
create or replace macro pg_backend_pid() as 1;
create or replace macro version() as
    'PostgreSQL 8.0.2, Redshift 1.0 as the local warehouse understands it';
create sequence if not exists redshift_identity;
create table if not exists sys_load_error_detail(
    user_id int,
    query_id bigint,
    transaction_id bigint,
    session_id int,
    database_name varchar,
    table_id int,
    start_time timestamp,
    file_name varchar,
    line_number bigint,
    column_name varchar,
    column_type varchar,
    column_length varchar,
    position int,
    error_code int,
    error_message varchar);
create or replace view stl_load_errors as
select
    user_id as userid,
    0 as slice,
    table_id as tbl,
    start_time as starttime,
    session_id as session,
    query_id as query,
    file_name as filename,
    line_number,
    column_name as colname,
    column_type as type,
    column_length as col_length,
    position,
    error_code as err_code,
    error_message as err_reason
from sys_load_error_detail;
create or replace view svv_table_info as
select
    database_name as "database",
    schema_name as "schema",
    table_oid as table_id,
    table_name as "table",
    estimated_size::decimal(38, 0) as tbl_rows
from duckdb_tables()
where not internal and not temporary;
create or replace view svv_all_tables as
select
    table_catalog as database_name,
    table_schema as schema_name,
    table_name,
    table_type
from information_schema.tables;
