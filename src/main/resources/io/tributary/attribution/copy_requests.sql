-- The outcomes that the manifest names.
copy {work}.loaded_requests
from {manifest}
{role}
format as json 'auto'
manifest
