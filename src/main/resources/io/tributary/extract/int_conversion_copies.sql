-- One row per conversion_id that stands more than once; equal copies are one.
insert into {work}.int_conversion_copies (conversion_id, copies, is_equal)
select
    conversion_id,
    count(*) as copies,
    case
        when min(user_id) = max(user_id)
            and min(converted_at) = max(converted_at)
            and min(revenue) = max(revenue)
            then 1
        else 0
    end as is_equal
from {work}.int_conversions
where reason is null
group by conversion_id
having count(*) > 1
