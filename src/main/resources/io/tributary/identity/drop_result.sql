-- Run again, the stage loads no row twice.
drop table if exists {work}.{table}
