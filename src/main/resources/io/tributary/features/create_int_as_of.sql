-- One row per as-of moment, numbered by time, with its day in the project's
-- time zone as a number of days since 1970.
create table {work}.int_as_of (
    number int not null,
    as_of timestamp not null,
    day int not null
)
