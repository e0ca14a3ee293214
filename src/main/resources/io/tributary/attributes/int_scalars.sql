-- One row per profile. First what each attribute is chosen by, such as the last
-- moment; then the smallest value at it. Of equal numbers the later one counts.
insert into {work}.{scalars} (
    {#for one in attributes}
    value_{one.place},
    {#if one.compares}numeric_{one.place},{/if}
    wrong_{one.place},
    {/for}
    profile
)
with chosen as (
    select
        {#for one in attributes}
        {#if one.sums}
        cast(
            sum(
                case
                    when abs({one.number}) < cast('1e18' as float8)
                        then cast({one.number} as decimal(38, 6))
                end
            ) as decimal(38, 6)
        ) as sum_{one.place},
        count(
            case
                when abs({one.number}) < cast('1e18' as float8) then 1
            end
        ) as count_{one.place},
        count({one.wrong}) + count(
            case
                when abs({one.number}) >= cast('1e18' as float8) then 1
            end
        ) as wrong_{one.place},
        {/if}
        {#if one.weighs}
        count({one.wrong}) as wrong_{one.place},
        {/if}
        {#if one.compares}
        {one.extreme}({one.number}) as number_{one.place},
        {one.extreme}({one.text}) as text_{one.place},
        count({one.wrong}) as wrong_{one.place},
        {/if}
        {#if one.happens}
        {one.extreme}(case when {one.text} is not null then event_time end)
            as moment_{one.place},
        {/if}
        {#if one.is_any}
        min({one.text}) as text_{one.place},
        {/if}
        {/for}
        profile
    from {work}.{readings}
    group by profile
),

{#if picks}
picked as (
    select
        {#for one in attributes}
        {#if one.compares}
        substring(
            min(
                case
                    when readings.{one.number} = chosen.number_{one.place}
                        then lpad(
                            cast(
                                400000000000000000
                                    - datediff(
                                        microsecond,
                                        '0001-01-01'::timestamp,
                                        readings.event_time
                                    )
                                as varchar
                            ),
                            18,
                            '0'
                        ) || readings.{one.text}
                end
            ),
            19
        ) as numeric_{one.place},
        {/if}
        {#if one.happens}
        min(
            case
                when readings.event_time = chosen.moment_{one.place}
                    then readings.{one.text}
            end
        ) as text_{one.place},
        {/if}
        {/for}
        chosen.profile
    from chosen
    inner join {work}.{readings} as readings
        on chosen.profile = readings.profile
    group by chosen.profile
),
{/if}

averaged as (
    select
        {#for one in attributes}
        {#if one.averages}
        sum_{one.place}::float8 / nullif(count_{one.place}, 0)
            as average_{one.place},
        {/if}
        {/for}
        profile
    from chosen
)

select
    {#for one in attributes}
    {#if one.averages}
    rtrim(
        rtrim(
            case
                when abs(averaged.average_{one.place})
                    < cast('1e9' as float8)
                    then cast(
                        cast(averaged.average_{one.place} as decimal(38, 6))
                        as varchar
                    )
                else cast(
                    cast(averaged.average_{one.place} as decimal(38, 2))
                    as varchar
                )
            end,
            '0'
        ),
        '.'
    ) as value_{one.place},
    chosen.wrong_{one.place},
    {#else if one.sums}
    rtrim(rtrim(cast(chosen.sum_{one.place} as varchar), '0'), '.')
        as value_{one.place},
    chosen.wrong_{one.place},
    {#else if one.weighs}
    null::varchar as value_{one.place},
    chosen.wrong_{one.place},
    {#else if one.compares}
    chosen.text_{one.place} as value_{one.place},
    picked.numeric_{one.place},
    chosen.wrong_{one.place},
    {#else if one.happens}
    picked.text_{one.place} as value_{one.place},
    null::bigint as wrong_{one.place},
    {#else}
    chosen.text_{one.place} as value_{one.place},
    null::bigint as wrong_{one.place},
    {/if}
    {/for}
    chosen.profile
from chosen
inner join averaged
    on chosen.profile = averaged.profile
{#if picks}
inner join picked
    on chosen.profile = picked.profile
{/if}
