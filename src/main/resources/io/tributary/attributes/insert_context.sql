-- One row per context key that the run calculated; without a row it is null.
insert into {store}.context_values (
    from_run, context_key, value, definition, calculated_at
)
{#for one in due_keys}
select
    :run::bigint,
    {one.key},
    (
        select max(value)
        from {work}.int_context
        where context_key = {one.key}
    ),
    {one.definition},
    :planned_at::timestamp
{#if one_hasNext}
union all
{/if}
{/for}
