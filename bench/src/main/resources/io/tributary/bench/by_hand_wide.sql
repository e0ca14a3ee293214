-- One row per profile, with a column per attribute; a list is a JSON array.
create table {work}.by_hand_wide as
select
    profile_id,
    {#for member in members}
    {#for one in texts}
    max(value) filter (where attribute_id = 't{member}_{one}') as t{member}_{one},
    {/for}
    max(value) filter (where attribute_id = 't{member}_num_of_unique')::bigint
        as t{member}_num_of_unique,
    {#for one in numbers}
    max(value) filter (where attribute_id = 'n{member}_{one}')::float8 as n{member}_{one},
    {/for}
    to_json(list(value order by value) filter (where attribute_id = 't{member}_list'))::varchar
        as t{member}_list{#if member_hasNext},{/if}
    {/for}
from {work}.by_hand
group by profile_id
