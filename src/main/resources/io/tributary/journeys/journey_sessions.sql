-- The journeys of the window's conversions, as cut.
insert into {store}.journey_sessions (
    run, conversion_id, profile_id, session_id, session_at, channel,
    holder_engagement, closer_engagement, impression_interaction, position
)
select
    :run::bigint,
    conversion_id,
    profile_id,
    session_id,
    session_at,
    channel,
    holder_engagement,
    closer_engagement,
    impression_interaction,
    position
from {work}.int_journey_sessions
