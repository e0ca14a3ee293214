-- One row per set of identifiers that an event connects, in numbers, null for
-- none.
create table {work}.int_links (
    {#for type in types}
    number_{type_count} int{#if type_hasNext},{/if}
    {/for}
)
