-- Run again, a stage finds valid what it found valid at first.
update {store}.{table}
set to_run = null
where to_run = :run::bigint
