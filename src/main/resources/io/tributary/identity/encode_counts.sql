-- One row: events, those with identifiers, new ones, those that came late, and
-- the identifiers.
select
    (select count(*) from {work}.stg_events) as events,
    (select count(*) from {work}.int_stitching_events) as with_identifiers,
    (
        select count(*)
        from {work}.int_stitching_events
        where fresh = 1
    ) as fresh,
    (
        select count(*)
        from {work}.int_stitching_events as stitched
        inner join {work}.stg_events as events
            on stitched.event_key = events.event_key
        where stitched.fresh = 1
            and events.event_time < (
                select coalesce(max(event_time), '0001-01-01'::timestamp)
                from {store}.identity_events
                where run < :run::bigint
            )
    ) as late,
    (select count(*) from {work}.int_identifiers) as identifiers
