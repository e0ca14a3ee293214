-- One row: how many values of each attribute are no numbers.
select
    {#for one in attributes}
    sum(wrong_{one.place})::bigint as wrong_{one.place}{#if one_hasNext},{/if}
    {/for}
from {work}.{scalars}
