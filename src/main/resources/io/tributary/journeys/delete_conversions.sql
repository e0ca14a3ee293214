-- Run again, the stage leaves no row twice.
delete from {store}.conversions
where run = :run::bigint
