-- An operator's publish or rollback: the one statement that changes what users
-- see. A run that another has taken back meanwhile goes live no more.
update {store}.live
set
    run = :run::bigint,
    published_at = getdate()
where exists (
    select 1
    from {store}.runs
    where run = :run::bigint
        and status in ('published', 'calculated')
)
