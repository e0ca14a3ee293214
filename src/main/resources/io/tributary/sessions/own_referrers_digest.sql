-- One value: what tells the project's own referrers from others, in any order.
select
    count(*)::varchar || ':' || coalesce(
        sum(
            strtol(
                left(
                    md5(
                        octet_length(host)::varchar || ':' || host || ' '
                        || octet_length(medium)::varchar || ':' || medium || ' '
                        || source
                    ),
                    15
                ),
                16
            )::decimal(38, 0)
        ),
        0
    )::varchar
from {work}.int_referrers
where reason is null
