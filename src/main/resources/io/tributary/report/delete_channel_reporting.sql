-- Run again, the stage leaves no row twice.
delete from {store}.channel_reporting
where run = :run::bigint
