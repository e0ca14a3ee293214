-- One row per identifier: the smallest numbers of its component and, unless that
-- waits for its events, of its profile.
create table {work}.int_linked (
    number int not null,
    component int not null,
    profile int not null
)
distkey (number)
