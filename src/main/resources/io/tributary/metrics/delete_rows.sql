-- Run again, the stage leaves no row twice.
delete from {store}.{table}
where run = :run::bigint
