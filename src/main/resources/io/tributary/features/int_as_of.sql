-- The moments that the run was planned with.
insert into {work}.int_as_of (number, as_of, day)
{#for one in moments}
select {one.number}, {one.as_of}::timestamp, {one.day}
{#if one_hasNext}
union all
{/if}
{/for}
