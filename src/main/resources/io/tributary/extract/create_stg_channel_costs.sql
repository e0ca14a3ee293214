-- One row per channel and day.
create table {work}.stg_channel_costs (
    channel varchar(256),
    cost_date date,
    cost decimal(38, 4)
)
