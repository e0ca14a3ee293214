-- One row per number of lines that an order has, and place of a line.
create table {work}.int_feature_places (
    length int not null encode az64,
    place int not null encode az64
)
