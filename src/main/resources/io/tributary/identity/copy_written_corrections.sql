-- What planning kept of the operator's file.
copy {work}.int_written_corrections
from {source}
{role}
format as json 'auto'
