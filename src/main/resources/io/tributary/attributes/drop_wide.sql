-- No run that is kept has these columns.
drop table {store}.{table}
