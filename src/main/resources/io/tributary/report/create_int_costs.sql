-- One row per channel and day with a cost.
create table {work}.int_costs (
    channel varchar(256),
    cost_date date,
    cost decimal(38, 4)
)
