-- One row per profile and as-of moment: the middle value, or the mean of the
-- middle two.
insert into {work}.{table} ({name}, profile, number)
select
    cast(median(cast(taken.{value} as float8)) as float8) as {name},
    taken.profile,
    reach.number
from {reach}
where taken.{value} is not null
    {#if when}
    and {when}
    {/if}
group by taken.profile, reach.number
