-- Run again, a stage leaves no row twice.
delete from {store}.{table}
where from_run = :run::bigint
