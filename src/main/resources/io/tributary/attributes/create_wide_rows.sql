-- One row per profile and time in which its attributes were so: from the run
-- from_run to the run to_run. "cut lists" names the lists that end before their end.
create table if not exists {store}.{wide} (
    from_run bigint not null,
    to_run bigint,
    profile_id varchar(32) not null encode zstd,
    {#for one in columns}
    {#if one.type == 'number'}
    {one.name} float8 encode zstd,
    {#else if one.type == 'integer'}
    {one.name} bigint encode az64,
    {#else if one.type == 'boolean'}
    {one.name} boolean encode zstd,
    {#else if one.type == 'timestamp'}
    {one.name} timestamp encode az64,
    {#else if one.type == 'date'}
    {one.name} date encode az64,
    {#else}
    {one.name} varchar(65535) encode zstd,
    {/if}
    {/for}
    "cut lists" varchar(65535) encode zstd
)
distkey (profile_id)
sortkey (profile_id)
