-- Rows of runs after the live one are of this run's own earlier try, or of runs
-- that this one takes back.
delete from {store}.{table}
where from_run > (select run from {store}.live)
