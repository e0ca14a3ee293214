-- Runs whose rows were taken back need no second look.
update {store}.runs
set status = 'taken back'
where run < :run::bigint
    and status in ('running', 'failed')
