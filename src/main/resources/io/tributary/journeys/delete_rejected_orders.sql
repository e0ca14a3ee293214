-- Run again, the stage refuses no row twice.
delete from {published}.rejected_rows
where run_id = :run::bigint
    and stage = 'journeys'
