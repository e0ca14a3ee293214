-- One row per journey session with every model's credit. Shares are rounded
-- to 9 places and the last session takes the rest, so that a journey sums to
-- exactly 1; should the rest be below 0, the first session bears it.
insert into {work}.int_credits (
    conversion_id, session_id, is_answered, initializer, holder, closer, ihc,
    first_touch, last_touch, last_non_direct, linear, time_decay,
    position_based
)
with answers as (
    {#if ihc}
    select
        journeys.conversion_id,
        answers.session_id,
        answers.initializer,
        answers.holder,
        answers.closer,
        answers.ihc
    from {work}.int_journeys as journeys
    inner join {store}.ihc_answers as answers
        on journeys.journey_hash = answers.journey_hash
    where answers.status = 'answered'
        and answers.answered_at >= :answered_since::timestamp
    {#else}
    select
        conversion_id,
        session_id,
        null::float8 as initializer,
        null::float8 as holder,
        null::float8 as closer,
        null::float8 as ihc
    from {work}.int_journey_sessions
    where 1 = 0
    {/if}
),

weighted as (
    select
        sessions.conversion_id,
        sessions.session_id,
        sessions.position,
        sessions.journey_length,
        answers.initializer,
        answers.holder,
        answers.closer,
        answers.ihc,
        max(
            case
                when regexp_instr(lower(sessions.channel), {direct}) = 0
                    then sessions.position
            end
        ) over (
            partition by sessions.conversion_id
        ) as last_non_direct_position,
        -- Only ratios count, so age is taken to the journey's last session.
        power(
            0.5::float8,
            datediff(
                'second',
                sessions.session_at,
                max(sessions.session_at) over (
                    partition by sessions.conversion_id
                )
            )::float8 / {half_life_seconds}::float8
        )::decimal(16, 15) as decay_weight
    from {work}.int_journey_sessions as sessions
    left join answers
        on sessions.conversion_id = answers.conversion_id
        and sessions.session_id = answers.session_id
),

shared as (
    select
        *,
        1::float8 / journey_length as linear_share,
        decay_weight::float8 / (
            sum(decay_weight) over (
                partition by conversion_id
            )::decimal(38, 15)
        )::float8 as decay_share,
        case
            when journey_length = 1 then 1::float8
            when journey_length = 2
                then case
                    when position = 1 then {first_of_two}::float8
                    else {last_of_two}::float8
                end
            when position = 1 then {first_weight}::float8
            when position = journey_length then {last_weight}::float8
            else {middle_weight}::float8 / (journey_length - 2)
        end as position_share
    from weighted
),

rounded as (
    select
        *,
        round(ihc, 9)::decimal(10, 9) as ihc_part,
        round(linear_share, 9)::decimal(10, 9) as linear_part,
        round(decay_share, 9)::decimal(10, 9) as decay_part,
        round(position_share, 9)::decimal(10, 9) as position_part
    from shared
),

rested as (
    select
        *,
        1 - sum(
            case when position < journey_length then ihc_part else 0 end
        ) over (partition by conversion_id)::decimal(18, 9) as ihc_rest,
        1 - sum(
            case when position < journey_length then linear_part else 0 end
        ) over (partition by conversion_id)::decimal(18, 9) as linear_rest,
        1 - sum(
            case when position < journey_length then decay_part else 0 end
        ) over (partition by conversion_id)::decimal(18, 9) as decay_rest,
        1 - sum(
            case when position < journey_length then position_part else 0 end
        ) over (partition by conversion_id)::decimal(18, 9) as position_rest
    from rounded
)

select
    conversion_id,
    session_id,
    case when ihc is null then 0 else 1 end as is_answered,
    initializer,
    holder,
    closer,
    case
        when ihc is null then null
        when position = journey_length then greatest(ihc_rest, 0)
        when position = 1 then ihc_part + least(ihc_rest, 0)
        else ihc_part
    end::decimal(10, 9) as ihc,
    case when position = 1 then 1 else 0 end::decimal(10, 9) as first_touch,
    case
        when position = journey_length then 1 else 0
    end::decimal(10, 9) as last_touch,
    case
        when position = coalesce(last_non_direct_position, journey_length)
            then 1
        else 0
    end::decimal(10, 9) as last_non_direct,
    case
        when position = journey_length then greatest(linear_rest, 0)
        when position = 1 then linear_part + least(linear_rest, 0)
        else linear_part
    end::decimal(10, 9) as linear,
    case
        when position = journey_length then greatest(decay_rest, 0)
        when position = 1 then decay_part + least(decay_rest, 0)
        else decay_part
    end::decimal(10, 9) as time_decay,
    case
        when position = journey_length then greatest(position_rest, 0)
        when position = 1 then position_part + least(position_rest, 0)
        else position_part
    end::decimal(10, 9) as position_based
from rested
