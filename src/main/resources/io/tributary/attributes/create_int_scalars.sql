-- One row per profile: the one value of each attribute that has one, as text
-- and where it is compared as numbers, and how many values were no numbers.
create table {work}.{scalars} (
    {#for one in attributes}
    value_{one.place} varchar(65535) encode zstd,
    {#if one.compares}numeric_{one.place} varchar(65535) encode zstd,{/if}
    wrong_{one.place} bigint encode az64,
    {/for}
    profile int not null encode az64
)
distkey (profile)
