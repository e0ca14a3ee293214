-- At most one row: the rules by which the live run stitched.
select definition
from {store}.identity_definitions
where run = (
    select max(run)
    from {store}.identity_definitions
    where run <= (select run from {store}.live)
)
