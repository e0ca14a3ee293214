-- One row: profiles of the newest as-of moment, those that have the feature, how
-- many values there are, and the most frequent one with its profiles.
with counted as (
    select
        {column} as value,
        count(*) as profiles
    from {published}.customer_features_latest
    group by {column}
),

ranked as (
    select
        value,
        profiles,
        row_number() over (
            order by
                case when value is null then 1 else 0 end,
                profiles desc,
                value
        ) as place
    from counted
)

select
    cast(coalesce(sum(profiles), 0) as bigint) as profiles,
    cast(
        coalesce(sum(case when value is not null then profiles end), 0)
        as bigint
    ) as known,
    count(value) as distinct_values,
    max(case when place = 1 then value end) as most_frequent,
    max(case when place = 1 and value is not null then profiles end) as having_it
from ranked
