-- One row: identifiers of the components that are gone through, and their events.
select
    (
        select count(*)
        from {work}.int_linked as linked
        inner join {work}.int_replayed_components as components
            on linked.component = components.component
    ) as identifiers,
    (select count(*) from {work}.int_stitching_events) as events
