-- One row: what the stage wrote, and whether it adds up.
select
    (select count(*) from {work}.int_channel_days)
        + (select count(*) from {work}.int_costs) as rows_in,
    (
        select count(*)
        from {store}.channel_reporting
        where run = :run::bigint
    ) as rows_out,
    (select count(*) from {work}.stg_conversions)::decimal(38, 9)
        as conversions,
    (
        select coalesce(sum(revenue), 0)::decimal(38, 13)
        from {work}.stg_conversions
    ) as revenue,
    (
        select count(*)
        from (
            select model
            from {store}.channel_reporting
            where run = :run::bigint
            group by model
            having sum(credit)::decimal(38, 9) <> (
                    select count(*) from {work}.stg_conversions
                )
                or sum(revenue)::decimal(38, 13) <> (
                    select sum(revenue)::decimal(38, 13) from {work}.stg_conversions
                )
        ) as unequal
    ) as unequal_models
