-- Run again, the stage leaves no row twice.
delete from {store}.identity_definitions
where run = :run::bigint
