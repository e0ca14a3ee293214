-- One row per session with a cost; cost_date is a day of the project's zone.
insert into {work}.stg_session_costs (session_id, channel, cost_date, cost)
select
    costs.session_id,
    min(sessions.channel) as channel,
    min(convert_timezone(:timezone, sessions.session_at)::date) as cost_date,
    min(costs.cost) as cost
from {work}.int_session_costs as costs
inner join {work}.int_costed_sessions as sessions
    on costs.session_id = sessions.session_id
left join {work}.int_session_cost_copies as copies
    on costs.session_id = copies.session_id
where costs.reason is null
    and coalesce(copies.is_equal, 1) = 1
    and sessions.session_at < :window_to::timestamp
group by costs.session_id
