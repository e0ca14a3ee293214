-- Values of the type that may be what was meant: about as long, with the same
-- beginning, the same end, or another case.
select distinct identifier
from {store}.identity_map
where identifier_type = {type}
    and abs(length(identifier) - length({value})) <= 3
    and (
        left(lower(identifier), 2) = left(lower({value}), 2)
        or right(lower(identifier), 3) = right(lower({value}), 3)
    )
    and from_run <= (select run from {store}.live)
    and (to_run is null or to_run > (select run from {store}.live))
order by identifier
limit 20000
