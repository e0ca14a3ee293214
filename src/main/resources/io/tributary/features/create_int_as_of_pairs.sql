-- One row per profile and as-of moment of its own, numbered by time, with its day
-- in the project's time zone as a number of days since 1970.
create table {work}.int_as_of_pairs (
    profile bigint not null encode az64,
    number int not null encode az64,
    as_of timestamp not null encode az64,
    day int not null encode az64
)
distkey (profile)
