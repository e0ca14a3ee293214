-- One row per row of the source, typed; a row with a reason is refused.
create table {work}.int_channel_costs (
    channel varchar(256),
    cost_date date,
    cost decimal(18, 4),
    reason varchar(256),
    document varchar(16384)
)
