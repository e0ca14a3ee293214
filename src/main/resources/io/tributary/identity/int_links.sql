-- One row per set of several identifiers that new events carry{#if !rebuilds}, unless their component
-- stays as it is, and per earlier event of a component that is torn{/if}.
insert into {work}.int_links (
    {#for type in types}
    number_{type_count}{#if type_hasNext},{/if}
    {/for}
)
with carried as (
    select distinct
        {#for type in types}
        key_{type_count}{#if type_hasNext},{/if}
        {/for}
    from {work}.int_keyed_events
    where (
        {#for type in types}
        case when key_{type_count} is null then 0 else 1 end{#if type_hasNext} +{/if}
        {/for}
    ) > 1
)

select
    {#for type in types}
    numbers_{type_count}.number{#if type_hasNext},{/if}
    {/for}
from carried
{#for type in types}
left join {work}.int_identifiers as numbers_{type_count}
    on carried.key_{type_count} = numbers_{type_count}.identifier_key
{/for}
{#if !rebuilds}
where coalesce(
    {#for type in types}
    numbers_{type_count}.number{#if type_hasNext},{/if}
    {/for}
) is not null
union all
select
    {#for type in types}
    max(case when carried.position = {type_count} then numbers.number end){#if type_hasNext},{/if}
    {/for}
from {store}.identity_event_identifiers as carried
inner join {work}.int_identifiers as numbers
    on carried.identifier_key = numbers.identifier_key
where carried.to_run is null
    and carried.from_run < :run::bigint
    and numbers.is_torn = 1
group by carried.event_key
having count(*) > 1
{/if}
