-- One row per length of an array and place in an array of that length.
create table {work}.{places} (
    length int not null encode az64,
    place int not null encode az64
)
