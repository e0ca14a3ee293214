-- Runs whose rows were taken back need no second look.
update {store}.runs
set
    status = case
        when status in ('running', 'failed') then 'taken back'
        else status
    end,
    ended_at = coalesce(ended_at, getdate())
where run <> :run::bigint
    and (status in ('running', 'failed') or ended_at is null)
