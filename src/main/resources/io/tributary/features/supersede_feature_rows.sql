-- What was calculated before for the same moments is over.
update {store}.feature_rows
set to_run = :run::bigint
where from_run < :run::bigint
    and to_run is null
    and as_of in (
        select as_of
        from {work}.int_as_of
    )
