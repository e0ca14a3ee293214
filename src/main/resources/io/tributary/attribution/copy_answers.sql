-- The answers that the manifest names.
copy {work}.loaded_answers
from {manifest}
{role}
format as json 'auto'
timeformat 'auto'
manifest
