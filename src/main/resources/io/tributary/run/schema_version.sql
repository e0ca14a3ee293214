-- At most one row: the fingerprint of the schema as it is.
select version
from {store}.schema_version
