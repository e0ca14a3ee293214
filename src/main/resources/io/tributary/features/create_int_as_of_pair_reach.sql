-- One row per profile, as-of moment of it at which an event may first be seen, and
-- as-of moment from then on.
create table {work}.int_as_of_reach (
    profile bigint not null encode az64,
    seen int not null encode az64,
    number int not null encode az64,
    day int not null encode az64
)
distkey (profile)
