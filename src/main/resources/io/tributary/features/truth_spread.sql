-- One row: profiles of the newest as-of moment, those that have the feature, and
-- those of which it is true.
select
    count(*) as profiles,
    count({column}) as known,
    count(case when {column} then 1 end) as true_of
from {published}.customer_features_latest
