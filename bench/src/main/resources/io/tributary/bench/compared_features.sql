-- One row: the profiles, and those of which some features differ.
select
    count(*) as profiles,
    count(
        case
            when calculated."total_amt_spent:numeric" <> coalesce(hand.total_amt_spent, 0)::float8
                or calculated."median_transaction_value:numeric" <> hand.median_total
                or calculated."total_carts:integer" <> hand.total_carts
                or calculated."days_since_last_seen:integer" <> hand.days_since_last_seen
                or calculated."total_transactions:integer" <> hand.total_orders
                or calculated."country:string" <> hand.country
                or calculated."transactions_in_past_30_days:integer" <> hand.orders_30
                then 1
        end
    ) as different
from {store}.feature_rows as calculated
full join {work}.by_hand_features as hand
    on calculated.profile_id = hand.profile_id
where calculated.to_run is null
