-- One row per migration that was applied.
select
    version,
    name,
    checksum
from {store}.schema_migrations
order by version
