-- Run again, the stage reads what the function wrote anew.
drop table if exists {work}.int_parsed_agents
