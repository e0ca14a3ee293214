-- The public list.
copy {work}.int_known_referrers
from {source}
{role}
format as csv
