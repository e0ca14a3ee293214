-- What an earlier try of the same run superseded.
update {store}.{table}
set to_run = null
where to_run = :run::bigint
