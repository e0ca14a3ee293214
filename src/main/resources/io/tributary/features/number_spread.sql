-- One row: profiles of the newest as-of moment, those that have the feature, and
-- its least, its quartiles and its greatest value.
select
    count(*) as profiles,
    count({column}) as known,
    min({column})::float8 as least,
    percentile_disc(0.25) within group (order by {column}) as lower_quartile,
    percentile_disc(0.5) within group (order by {column}) as middle,
    percentile_disc(0.75) within group (order by {column}) as upper_quartile,
    max({column})::float8 as greatest
from {published}.customer_features_latest
