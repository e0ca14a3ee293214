-- One row per rule that keeps something out: its rows in what is live and in
-- this run. The rule of a blocked value is the block list of its type.
with before as (
    select
        reason,
        case reason
            when 'blocked' then identifier_type
            else coalesce(limit_type, '')
        end as rule_type,
        count(*) as number_of_rows
    from {published}.identity_quarantine
    group by 1, 2
),

now as (
    select
        reason,
        case reason
            when 'blocked' then identifier_type
            else coalesce(limit_type, '')
        end as rule_type,
        count(*) as number_of_rows
    from {store}.identity_quarantine
    where {quarantine}
    group by 1, 2
)

select
    coalesce(now.reason, before.reason) as reason,
    coalesce(now.rule_type, before.rule_type) as rule_type,
    coalesce(before.number_of_rows, 0) as rows_before,
    coalesce(now.number_of_rows, 0) as rows_now
from now
full outer join before
    on now.reason = before.reason
    and now.rule_type = before.rule_type
order by
    coalesce(now.number_of_rows, 0) - coalesce(before.number_of_rows, 0) desc,
    1,
    2
