-- One row per set of lists that end before their end: the profiles of which.
select
    "cut lists" as lists,
    count(*) as profiles
from {store}.{table}
where to_run is null
    and "cut lists" is not null
group by "cut lists"
order by 1
