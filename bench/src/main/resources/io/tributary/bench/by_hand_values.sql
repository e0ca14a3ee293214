-- One row per profile, attribute and value.
create table {work}.by_hand as
{#for member in members}
select
    profile_id,
    't{member}_value' as attribute_id,
    any_{member} as value
from {work}.grouped
where any_{member} is not null
union all
select profile_id, 't{member}_num_of_unique', unique_{member}::varchar
from {work}.grouped
where unique_{member} > 0
union all
select profile_id, 'n{member}_sum', rtrim(rtrim(sum_{member}::varchar, '0'), '.')
from {work}.grouped
where sum_{member} is not null
union all
select profile_id, 'n{member}_avg', rtrim(rtrim(avg_{member}::varchar, '0'), '.')
from {work}.grouped
where avg_{member} is not null
union all
select profile_id, 'n{member}_min', rtrim(rtrim(min_{member}::varchar, '0'), '.')
from {work}.grouped
where min_{member} is not null
union all
select profile_id, 'n{member}_max', rtrim(rtrim(max_{member}::varchar, '0'), '.')
from {work}.grouped
where max_{member} is not null
union all
select profile_id, 't{member}_first', t{member}
from (
    select
        profile_id,
        t{member},
        row_number() over (
            partition by profile_id order by event_time, t{member}
        ) as place
    from {work}.flat
    where t{member} is not null
) as first_{member}
where place = 1
union all
select profile_id, 't{member}_last', t{member}
from (
    select
        profile_id,
        t{member},
        row_number() over (
            partition by profile_id order by event_time desc, t{member}
        ) as place
    from {work}.flat
    where t{member} is not null
) as last_{member}
where place = 1
union all
select profile_id, 't{member}_most_frequent', t{member}
from (
    select
        profile_id,
        t{member},
        row_number() over (
            partition by profile_id
            order by count(*) desc, max(event_time) desc, t{member}
        ) as place
    from {work}.flat
    where t{member} is not null
    group by profile_id, t{member}
) as most_{member}
where place = 1
union all
select distinct profile_id, 't{member}_list', t{member}
from {work}.flat
where t{member} is not null
{#if member_hasNext}
union all
{/if}
{/for}
