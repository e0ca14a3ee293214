-- One row: how many profiles the newest as-of moment has, and when it is.
select
    count(*) as profiles,
    to_char(max(timestamp), 'YYYY-MM-DD HH24:MI') as as_of
from {published}.customer_features_latest
