-- One row: the values of the stage, and those that the other way has not or that
-- only the other way has.
select
    (select count(*) from {work}.int_attribute_values) as found,
    (
        select count(*)
        from (
            select profiles.profile_id, taken.attribute_id, taken.value
            from {work}.int_attribute_values as taken
            inner join {work}.int_attribute_profiles as profiles
                on taken.profile = profiles.number
        ) as taken
        full join {work}.by_hand as hand
            on taken.profile_id = hand.profile_id
            and taken.attribute_id = hand.attribute_id
            and taken.value = hand.value
        where taken.profile_id is null
            or hand.profile_id is null
    ) as different
