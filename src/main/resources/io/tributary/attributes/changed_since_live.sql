-- One row: how many definitions are of the run and not of the live run, or the
-- other way round.
select count(*) as changes
from (
    select
        case
            when definitions.from_run <= live.run
                and (
                    definitions.to_run is null
                    or definitions.to_run > live.run
                )
                then 1
            else 0
        end as is_live,
        case
            when definitions.from_run <= :run::bigint
                and (
                    definitions.to_run is null
                    or definitions.to_run > :run::bigint
                )
                then 1
            else 0
        end as is_of_the_run
    from {store}.attribute_definitions as definitions
    cross join {store}.live as live
) as compared
where is_live <> is_of_the_run
