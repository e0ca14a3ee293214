-- What was seen at a moment is seen at all later ones of the profile.
insert into {work}.int_as_of_reach (profile, seen, number, day)
select
    first_seen.profile,
    first_seen.number as seen,
    later.number,
    later.day
from {work}.int_as_of_pairs as first_seen
inner join {work}.int_as_of_pairs as later
    on later.profile = first_seen.profile
    and later.number >= first_seen.number
