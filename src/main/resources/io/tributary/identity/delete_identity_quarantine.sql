-- Run again, the stage leaves no row twice.
delete from {store}.identity_quarantine
where run = :run::bigint
