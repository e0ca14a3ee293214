-- One row per event of a profile, or per element: what attributes take of it,
-- as text, as a number, and whether a text that should be a number is none.
create table {work}.{readings} (
    profile int not null encode az64,
    {#for reading in columns}
    {#if reading.as_text}{reading.name} varchar(65535) encode zstd,{/if}
    {#if reading.as_number}number_{reading.name} float8 encode zstd,{/if}
    {#if reading.as_number}wrong_{reading.name} int encode az64,{/if}
    {/for}
    event_time timestamp not null encode az64
)
distkey (profile)
