-- The results that the manifest names; a row lacks what its line does not have.
copy {work}.loaded_results
from {manifest}
{role}
format as json 'auto'
timeformat 'auto'
manifest
