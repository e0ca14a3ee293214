-- Every journey's newest answer; asked twice, the later answer counts.
insert into {store}.ihc_answers (
    journey_hash, conversion_id, session_id, initializer, holder, closer,
    ihc, status, reason, answered_at
)
with newest as (
    select
        *,
        dense_rank() over (
            partition by journey_hash
            order by answered_at desc, status
        ) as age,
        row_number() over (
            partition by journey_hash, session_id
            order by answered_at desc, status
        ) as copy
    from {work}.loaded_results
    where journey_hash is not null
)

select
    journey_hash,
    conversion_id,
    session_id,
    initializer,
    holder,
    closer,
    ihc,
    status,
    reason,
    answered_at
from newest
where age = 1
    and copy = 1
