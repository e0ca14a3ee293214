-- One row: what the stage read and wrote, and what it has to say.
select
    (select count(*) from {work}.stg_conversions)
        + (select count(*) from {work}.stg_sessions) as rows_in,
    (select count(*) from {work}.int_journey_sessions) as rows_out,
    (select count(*) from {work}.stg_conversions) as conversions,
    (
        select count(distinct conversion_id)
        from {work}.int_journey_sessions
    ) as journeys,
    (
        select count(*)
        from {work}.int_journey_sessions
        where position = 1
            and cut_sessions > 0
    ) as cut_journeys,
    (
        select coalesce(sum(cut_sessions), 0)::bigint
        from {work}.int_journey_sessions
        where position = 1
    ) as cut_sessions,
    (
        select count(*)
        from {published}.rejected_rows
        where run_id = :run::bigint
            and stage = 'journeys'
    ) as rejected
