-- A profile is known from the first of its events on, of whatever source.
insert into {work}.int_feature_profiles (
    profile, number, profile_id, as_of, day
)
with known as (
    select
        profile,
        min(profile_id) as profile_id,
        min(seen) as seen
    from {work}.int_feature_events
    group by profile
)

select
    known.profile,
    pairs.number,
    known.profile_id,
    pairs.as_of,
    pairs.day
from known
inner join {work}.int_as_of_pairs as pairs
    on known.profile = pairs.profile
    and pairs.number >= known.seen
