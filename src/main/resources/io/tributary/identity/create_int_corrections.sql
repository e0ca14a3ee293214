-- One row per correction in numbers: the verdict 1 is the same person, 2 a
-- different one.
create table {work}.int_corrections (
    verdict int not null,
    one int not null,
    other int not null
)
