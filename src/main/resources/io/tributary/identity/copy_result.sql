-- What the link function wrote.
copy {work}.{table}
from {manifest}
{role}
format as csv
manifest
