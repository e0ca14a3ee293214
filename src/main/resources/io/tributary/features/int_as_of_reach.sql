-- What was seen at a moment is seen at all later ones.
insert into {work}.int_as_of_reach (seen, number, day)
select
    first_seen.number as seen,
    later.number,
    later.day
from {work}.int_as_of as first_seen
inner join {work}.int_as_of as later
    on later.number >= first_seen.number
