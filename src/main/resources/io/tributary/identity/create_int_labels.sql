-- One row per identifier: the smallest numbers of its component and profile.
create table {work}.int_labels (
    number int not null,
    component int not null,
    profile int not null
)
distkey (number)
