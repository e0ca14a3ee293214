-- One row: where each of the window's conversions ended up.
select
    (select count(*) from {work}.int_credits) as rows_in,
    (
        select count(*)
        from {store}.attribution_customer_journey
        where run = :run::bigint
    ) as rows_out,
    (select count(*) from {work}.stg_conversions) as conversions,
    (
        select count(distinct conversion_id)
        from {work}.int_credits
        where is_answered = 1
    ) as answered,
    (
        select count(distinct conversion_id)
        from {work}.int_credits
        where is_answered = 0
    ) as unanswered,
    (
        select count(*)
        from {work}.stg_conversions
        where conversion_id not in (
            select conversion_id
            from {work}.int_credits
        )
    ) as without_session,
    (
        select count(*)
        from {work}.int_credits as credits
        where credits.is_answered = 0
            and credits.conversion_id in (
                select conversion_id
                from {work}.int_credits
                where is_answered = 1
            )
    ) as half_answered,
    (
        select count(*)
        from {published}.rejected_rows
        where run_id = :run::bigint
            and stage = {stage}
            and source = {source}
    ) as rejected
