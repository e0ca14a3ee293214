-- What the function parses.
unload ('select user_agent from {work}.int_new_agents')
to {target}
{role}
format as json
cleanpath
