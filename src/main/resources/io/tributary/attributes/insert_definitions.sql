-- One row per attribute whose definition is new, or that is compared otherwise.
insert into {store}.attribute_definitions (
    from_run, attribute_id, type, data_type, is_text, definition
)
{#for one in definitions}
select
    :run::bigint,
    {one.id},
    {one.type},
    {one.data_type},
    {one.is_text},
    {one.definition}
{#if one_hasNext}
union all
{/if}
{/for}
