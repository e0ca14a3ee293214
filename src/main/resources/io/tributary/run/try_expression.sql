-- No row: only whether the warehouse understands the expression.
select ({expression})::varchar as value
from {table}
where 1 = 0
