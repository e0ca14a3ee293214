-- One row per model, conversion and session. What the service did not answer
-- is credited by the fallback and stands under ihc_fallback.
insert into {store}.attribution_customer_journey (
    run, model, conversion_id, session_id, initializer, holder, closer, credit
)
{#if ihc}
select
    :run::bigint as run,
    'ihc' as model,
    conversion_id,
    session_id,
    initializer,
    holder,
    closer,
    ihc as credit
from {work}.int_credits
where is_answered = 1
union all
select
    :run::bigint as run,
    'ihc_fallback' as model,
    conversion_id,
    session_id,
    null::float8 as initializer,
    null::float8 as holder,
    null::float8 as closer,
    {fallback} as credit
from {work}.int_credits
where is_answered = 0
{#if built_in.size > 0}
union all
{/if}
{/if}
{#for model in built_in}
select
    :run::bigint as run,
    '{model}' as model,
    conversion_id,
    session_id,
    null::float8 as initializer,
    null::float8 as holder,
    null::float8 as closer,
    {model} as credit
from {work}.int_credits
{#if model_hasNext}
union all
{/if}
{/for}
