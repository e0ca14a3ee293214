-- Run again, the stage leaves no row twice.
delete from {store}.identity_corrections
where run = :run::bigint
