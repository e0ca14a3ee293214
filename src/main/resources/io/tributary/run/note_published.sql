-- From now on a rollback finds the run.
update {store}.runs
set status = 'published'
where run = :run::bigint
    and status = 'calculated'
