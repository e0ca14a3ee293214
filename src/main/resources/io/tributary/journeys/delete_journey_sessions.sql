-- Run again, the stage leaves no row twice.
delete from {store}.journey_sessions
where run = :run::bigint
