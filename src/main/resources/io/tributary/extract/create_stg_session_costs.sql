-- One row per session with a cost; cost_date is a day of the project's zone.
create table {work}.stg_session_costs (
    session_id varchar(256),
    channel varchar(256),
    cost_date date,
    cost decimal(18, 4)
)
distkey (session_id)
