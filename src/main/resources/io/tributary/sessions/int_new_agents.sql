-- One row per user agent that this version of the parser has not seen.
insert into {work}.int_new_agents (user_agent)
select distinct user_agent
from {work}.int_session_inputs
where user_agent is not null
    and session_id not in (
        select session_id
        from {work}.int_same_sessions
    )
    and user_agent not in (
        select user_agent
        from {store}.user_agents
        where parser = :parser
    )
