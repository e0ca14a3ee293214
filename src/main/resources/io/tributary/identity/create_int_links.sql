-- One row per event that connects identifiers, in numbers, null for none.
create table {work}.int_links (
    {#for type in types}
    number_{type_count} int{#if type_hasNext},{/if}
    {/for}
)
