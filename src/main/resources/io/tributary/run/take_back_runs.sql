-- Runs whose rows were taken back need no second look; those up to :tidied
-- have no working tables any more either.
update {store}.runs
set
    status = case
        when status in ('running', 'failed') then 'taken back'
        else status
    end,
    ended_at = case
        when run <= :tidied::bigint then coalesce(ended_at, getdate())
        else ended_at
    end
where run < :run::bigint
    and (status in ('running', 'failed') or ended_at is null)
