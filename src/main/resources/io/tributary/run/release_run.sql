-- The run is over and left nothing open.
update {store}.runs
set ended_at = getdate()
where run = :run::bigint
