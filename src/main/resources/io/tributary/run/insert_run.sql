-- The run begins.
insert into {store}.runs (
    run, execution, window_from, window_to, as_of, status, started_at
)
select
    :run::bigint,
    :execution,
    :window_from::timestamp,
    :window_to::timestamp,
    :as_of::timestamp,
    'running',
    getdate()
