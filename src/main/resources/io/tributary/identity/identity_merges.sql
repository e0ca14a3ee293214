-- One row per profile id of the last finished run that is no more, or that no
-- longer stands for all it stood for.
insert into {store}.identity_merges (
    run, run_id, kind, merged_profile_id, into_profile_id, event_id, source,
    merged_at
)
select
    :run::bigint,
    :run::bigint,
    changes.kind,
    before.profile_id,
    now.profile_id,
    events.event_id,
    events.source,
    getdate()
from {work}.int_changes as changes
inner join {work}.int_profiles_before as before
    on changes.before = before.number
inner join {work}.int_identifiers as now
    on changes.now = now.number
left join {work}.int_stitching_events as numbers
    on changes.event = numbers.number
left join {work}.stg_events as events
    on numbers.event_key = events.event_key
