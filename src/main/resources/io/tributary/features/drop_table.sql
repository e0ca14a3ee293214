-- A working table that is needed no more.
drop table {work}.{table}
