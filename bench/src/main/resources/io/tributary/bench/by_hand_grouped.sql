-- One row per profile: what one grouping gives.
create table {work}.grouped as
select
    {#for member in members}
    sum(n{member})::decimal(38, 6) as sum_{member},
    (sum(n{member})::float8 / count(n{member}))::decimal(38, 6)
        as avg_{member},
    min(n{member}) as min_{member},
    max(n{member}) as max_{member},
    count(distinct t{member}) as unique_{member},
    min(t{member}) as any_{member},
    {/for}
    profile_id
from {work}.flat
group by profile_id
