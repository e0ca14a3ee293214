-- One row per session that has more than one cost; equal copies are one.
insert into {work}.int_session_cost_copies (session_id, copies, is_equal)
select
    session_id,
    count(*) as copies,
    case when min(cost) = max(cost) then 1 else 0 end as is_equal
from {work}.int_session_costs
where reason is null
    and session_id in (select session_id from {work}.int_costed_sessions)
group by session_id
having count(*) > 1
