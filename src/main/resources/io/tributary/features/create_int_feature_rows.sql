-- One row per row of a source of features: what features take of it, and at
-- which as-of moments it is there: from seen on, and before gone.
create table {work}.{rows} (
    {#for column in columns}
    {column.name} {column.type},
    {/for}
    {#if placed}
    place int not null encode az64,
    {/if}
    profile bigint not null encode az64,
    seen int not null encode az64,
    gone int encode az64,
    day int not null encode az64
)
distkey (profile)
