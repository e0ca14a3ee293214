-- A run begins from what is live. What was calculated after that and is not
-- live has nothing to build on any more: it is taken back like a failed run.
update {store}.runs
set
    status = 'failed',
    superseded_by = :run::bigint
where run < :run::bigint
    and run > (select run from {store}.live)
    and status in ('published', 'calculated', 'partial')
