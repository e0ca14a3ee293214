-- What an earlier try of the same run wrote.
delete from {store}.{table}
where from_run = :run::bigint
