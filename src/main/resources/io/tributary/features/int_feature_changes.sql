-- Something changes where a row is first seen, is gone, or is more days old than
-- a window has.
insert into {work}.{changes} (profile, number, day, until)
with changes as (
    select
        profile,
        seen as number
    from {work}.{rows}
    union all
    select
        profile,
        gone as number
    from {work}.{rows}
    where gone is not null
    {#for days in windows}
    union all
    select
        taken.profile,
        steps.number
    from {work}.{rows} as taken
    inner join {work}.int_as_of_days as steps
        on taken.day + {days} + 1 = steps.day
    where steps.number > taken.seen
        and (taken.gone is null or steps.number < taken.gone)
    {/for}
),

different as (
    select distinct
        profile,
        number
    from changes
)

select
    different.profile,
    different.number,
    moments.day,
    coalesce(
        lead(different.number) over (
            partition by different.profile
            order by different.number
        ),
        {after}
    ) as until
from different
inner join {work}.int_as_of as moments
    on different.number = moments.number
