-- What the function wrote.
copy {work}.int_parsed_agents
from {source}
{role}
format as json 'auto'
