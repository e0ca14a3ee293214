-- A pair that stands twice is one; one without a known profile or a time is none.
insert into {work}.int_as_of_pairs (profile, number, as_of, day)
with owners as (
    select distinct
        user_key as profile,
        profile_id
    from {work}.int_event_profiles
),

wanted as (
    select distinct
        owners.profile,
        try_cast(nullif(trim(given.time_text), '') as timestamptz)
            at time zone 'UTC' as as_of
    from {work}.int_as_of_rows as given
    inner join owners
        on given.profile_id = owners.profile_id
)

select
    profile,
    (row_number() over (partition by profile order by as_of))::int as number,
    as_of,
    {day} as day
from wanted
where as_of is not null
