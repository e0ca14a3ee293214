-- One row: the rows that the run wrote, their profiles and their moments.
select
    count(*) as rows_written,
    count(distinct profile_id) as profiles,
    count(distinct as_of) as moments
from {store}.feature_rows
where from_run = :run::bigint
