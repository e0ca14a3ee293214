-- The run ends.
update {store}.runs
set
    status = :status,
    ended_at = getdate()
where run = :run::bigint
