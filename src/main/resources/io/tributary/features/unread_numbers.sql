-- One row per column that features read as a number: its rows that have a text
-- there which is none.
{#for one in columns}
select
    {one.place} as place,
    count(taken.{one.flag}) as unread
from {work}.{one.rows} as taken
{#if one_hasNext}
union all
{/if}
{/for}
order by place
