-- One row per profile and as-of moment at which something about its rows of a
-- source is otherwise than at the moment before; it stays so until another one.
create table {work}.{changes} (
    profile bigint not null encode az64,
    number int not null encode az64,
    day int not null encode az64,
    until int not null encode az64
)
distkey (profile)
