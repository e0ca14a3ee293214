-- User agents that the function parsed and that are not kept yet.
insert into {store}.user_agents (
    user_agent, parser, device, browser, operating_system
)
select
    user_agent,
    parser,
    device,
    browser,
    operating_system
from {work}.int_parsed_agents
where user_agent not in (
    select user_agent
    from {store}.user_agents
    where parser = :parser
)
