-- One row per day from that of the first as-of moment to that of the last: the
-- first moment of that day or a later one.
create table {work}.int_as_of_days (
    day int not null,
    number int not null
)
