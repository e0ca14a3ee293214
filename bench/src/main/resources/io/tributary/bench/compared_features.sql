-- One row: the profiles, and those of which some feature differs. Numbers with
-- a fraction are compared to six places.
select
    count(*) as profiles,
    count(
        case
            when calculated.profile_id is null
                or hand.profile_id is null
                {#for one in numbers}
                or abs(coalesce(calculated."{one.feature}", -1e9)::float8 - coalesce(hand.{one.hand}, {one.nothing})::float8) > 1e-6
                {/for}
                {#for one in texts}
                or coalesce(calculated."{one.feature}", '') <> coalesce(hand.{one.hand}, '')
                {/for}
                {#for one in truths}
                or coalesce(calculated."{one.feature}"::int, -1) <> coalesce(hand.{one.hand}::int, -1)
                {/for}
                {#for one in lists}
                or coalesce(calculated."{one.feature}", '[]') <> to_json(
                    list_filter(coalesce(hand.{one.hand}, []), lambda value: value is not null)
                )::varchar
                {/for}
                then 1
        end
    ) as different
from (
    select *
    from {store}.feature_rows
    where to_run is null
        and as_of = '2024-01-01'::timestamp
) as calculated
full join {work}.by_hand_features as hand
    on calculated.profile_id = hand.profile_id
