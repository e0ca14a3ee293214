-- The one statement that changes what users see.
update {store}.live
set
    run = :run::bigint,
    published_at = getdate()
