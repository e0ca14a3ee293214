-- One row per as-of moment at which an event may first be seen, and as-of moment
-- from then on.
create table {work}.int_as_of_reach (
    seen int not null,
    number int not null,
    day int not null
)
