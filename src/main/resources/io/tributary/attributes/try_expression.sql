-- Tries an expression on no rows.
with base as (
    {base}
)

select {expression} as value
from base
