-- Run again, the stage leaves no row twice.
delete from {store}.identity_map
where run = :run::bigint
