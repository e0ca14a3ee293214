-- One row per feature of the run, in the order of the columns.
insert into {store}.feature_definitions (
    run, place, feature_name, feature_type, stored_as, description, definition
)
{#for one in definitions}
select
    :run::bigint,
    {one.place},
    {one.name},
    {one.type},
    {one.stored},
    {one.description},
    {one.definition}
{#if one_hasNext}
union all
{/if}
{/for}
