-- What became of the run; a published one stays published whatever fails later.
update {store}.runs
set status = :status
where run = :run::bigint
    and status = 'running'
