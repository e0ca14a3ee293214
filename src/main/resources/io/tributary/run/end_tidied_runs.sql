-- Runs up to :tidied have no working tables any more.
update {store}.runs
set ended_at = getdate()
where run < :run::bigint
    and run <= :tidied::bigint
    and ended_at is null
