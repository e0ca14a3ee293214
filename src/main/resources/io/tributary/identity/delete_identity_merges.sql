-- Run again, the stage leaves no row twice.
delete from {store}.identity_merges
where run = :run::bigint
