-- The features as a person would write them: one grouping of all events, and one
-- for each list and choice of lines.
create table {work}.by_hand_features as
with grouped as (
    select
        user_key,
        min(profile_id) as profile_id,
        arg_max(gender, (event_time, event_id)) as gender,
        arg_max(country, (event_time, event_id)) as country,
        arg_max(state, (event_time, event_id)) as state,
        datesub('year', arg_max(birthday, (event_time, event_id)), '2024-01-01'::date) as age_in_years,
        lower(split_part(arg_max(email, (event_time, event_id)), '@', 2)) as email_domain,
        bool_or(regexp_matches(device_type, 'android|ios|iphone|ipad')) as has_mobile_app,
        bool_or(regexp_matches(device_type, 'windows|mac|linux|pc|browser')) as is_active_on_website,
        list_sort(list(distinct campaign_source)) as campaign_sources,
        max(case when source = 'identifies' then age end) as days_since_account_creation,
        min(case when source in ('tracks', 'pages') then age end) as days_since_last_seen,
        {#for n in lookbacks}
        count(distinct case when source in ('tracks', 'pages') and age <= {n} then age end) as active_{n},
        sum(case when age <= {n} then total end) as spent_{n},
        count(case when source = 'order_completed' and age <= {n} then 1 end) as orders_{n},
        count(distinct case when age <= {n} then cart_id end) as carts_{n},
        list_sort(list(distinct case when age <= {n} then sku end)) as added_{n},
        {/for}
        sum(total) as total_amt_spent,
        arg_max(total, (event_time, event_id)) as last_total,
        avg(total) as average_total,
        median(total::double) as median_total,
        max(total) as highest_total,
        min(case when source = 'order_completed' then age end) as days_since_last_purchase,
        count(case when source = 'order_completed' then 1 end) as total_orders,
        list_sort(list(distinct payment_method)) as payment_modes,
        bool_or(lower(payment_method) in ('visa', 'mastercard')) as has_credit_card,
        count(distinct cart_id) as total_carts,
        count(case when source = 'product_added' then 1 end) as total_added,
        min(case when source = 'product_added' then age end) as days_since_last_cart_add
    from {work}.by_hand_flat
    group by user_key
),

lines as (
    select
        user_key,
        count(*) as units,
        list_sort(list(distinct product)) as items,
        list_sort(list(distinct category)) as categories
    from {work}.by_hand_lines
    group by user_key
),

spent as (
    select
        user_key,
        category,
        sum(spent) as spent,
        count(*) as lines
    from {work}.by_hand_lines
    group by user_key, category
),

highest as (
    select
        user_key,
        arg_min(category, (-spent, category)) as highest_spent_category,
        arg_min(category, (-lines, category)) as highest_transacted_category
    from spent
    group by user_key
)

select
    grouped.*,
    {#for n in lookbacks}
    grouped.days_since_last_seen > {n} as is_churned_{n},
    {/for}
    lines.units::double / nullif(grouped.total_orders, 0) as average_units,
    case when array_length(lines.items) <= 10 then lines.items end as items_purchased_ever,
    case when array_length(lines.categories) <= 10 then lines.categories end as categories_purchased_ever,
    highest.highest_spent_category,
    highest.highest_transacted_category
from grouped
left join lines
    on grouped.user_key = lines.user_key
left join highest
    on grouped.user_key = highest.user_key
