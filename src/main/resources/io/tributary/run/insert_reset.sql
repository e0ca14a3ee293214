-- From now on what runs up to the newest one calculated of this part counts no
-- more: the next run calculates it from scratch.
insert into {store}.resets (part, after_run, reset_at)
select
    :part,
    coalesce(max(run), 0),
    getdate()
from {store}.runs
