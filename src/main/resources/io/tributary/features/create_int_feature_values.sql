-- One row per profile and as-of moment: what is made of its rows of a source.
create table {work}.{table} (
    {#for column in columns}
    {column.name} {column.type},
    {/for}
    profile bigint not null encode az64,
    number int not null encode az64{#if running},
    until int not null encode az64{/if}
)
distkey (profile)
