-- The window's conversions, those without a session too.
insert into {store}.conversions (
    run, conversion_id, profile_id, converted_at, revenue
)
select
    :run::bigint,
    conversion_id,
    user_id as profile_id,
    converted_at,
    revenue
from {work}.{conversions}
