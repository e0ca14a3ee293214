-- After a reset what was calculated before is over, whatever its moment.
update {store}.feature_rows
set to_run = :run::bigint
where from_run < :run::bigint
    and to_run is null
