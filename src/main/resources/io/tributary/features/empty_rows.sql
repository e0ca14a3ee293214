-- The columns of which features are made, and no row.
select
    {#for column in columns}
    null::{column.type} as {column.name}{#if column_hasNext},{/if}
    {/for}
where 1 = 0
