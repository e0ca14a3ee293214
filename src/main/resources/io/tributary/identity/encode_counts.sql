-- One row: events, those with identifiers, new ones, those that came late, those
-- that are gone, and the identifiers to stitch.
select
    (select count(*) from {work}.stg_events) as events,
    (select count(*) from {store}.identity_events where to_run is null)
        as with_identifiers,
    (select count(*) from {work}.int_keyed_events where is_fresh = 1) as fresh,
    (
        select count(*)
        from {work}.int_keyed_events
        where is_fresh = 1
            and event_time < (
                select coalesce(max(event_time), '0001-01-01'::timestamp)
                from {store}.identity_events
                where from_run < :run::bigint
                    and (to_run is null or to_run = :run::bigint)
            )
    ) as late,
    (
        select count(*)
        from {store}.identity_events
        where to_run = :run::bigint
    ) as superseded,
    (select count(*) from {work}.int_identifiers) as identifiers
