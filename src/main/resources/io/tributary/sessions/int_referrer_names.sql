-- One row per name: what is called so, or has this host. Of several the one that
-- is most likely advertised.
insert into {work}.int_referrer_names (name, medium)
with names as (
    select
        lower(source) as name,
        medium
    from {work}.int_known_referrers
    union all
    select
        host as name,
        medium
    from {work}.int_known_referrers
),

ranked as (
    select
        name,
        medium,
        row_number() over (
            partition by name
            order by
                case medium
                    when 'search' then 1
                    when 'social' then 2
                    when 'email' then 3
                    when 'unknown' then 9
                    else 4
                end,
                medium
        ) as place
    from names
)

select
    name,
    medium
from ranked
where place = 1
