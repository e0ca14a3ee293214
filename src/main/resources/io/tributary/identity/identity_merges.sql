-- One row per profile id of the last run that stitched that is no more, or that no
-- longer stands for all it stood for.
insert into {store}.identity_merges (
    run, run_id, kind, merged_profile_id, into_profile_id, event_id, source,
    merged_at
)
select
    :run::bigint,
    :run::bigint,
    changes.kind,
    predecessors.profile_id,
    successors.profile_id,
    events.event_id,
    events.source,
    getdate()
from {work}.int_changes as changes
inner join {work}.int_profiles_before as predecessors
    on changes.before = predecessors.number
inner join {work}.int_identities as successors
    on changes.now = successors.number
left join {work}.int_stitching_events as numbers
    on changes.event = numbers.number
left join {store}.identity_events as events
    on numbers.event_key = events.event_key
