-- The one statement that changes what users see. A run that another has taken
-- back meanwhile has no rows left and goes live no more.
update {store}.live
set
    run = :run::bigint,
    published_at = getdate()
where exists (
    select 1
    from {store}.runs
    where run = :run::bigint
        and status = 'running'
)
