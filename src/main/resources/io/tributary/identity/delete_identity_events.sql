-- Run again, the stage leaves no row twice.
delete from {store}.identity_events
where run = :run::bigint
