-- One row: the rows of the table of as-of times, and the pairs they are.
select
    (
        select count(*)
        from (
            select distinct profile_id, time_text
            from {work}.int_as_of_rows
        ) as different_rows
    ) as given_rows,
    (
        select count(*)
        from {work}.int_feature_profiles
    ) as pairs
