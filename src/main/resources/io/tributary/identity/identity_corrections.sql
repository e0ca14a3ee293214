-- One row per correction that this run goes by.
insert into {store}.identity_corrections (
    run, verdict, one_type, one_identifier, other_type, other_identifier, line
)
select
    :run::bigint,
    verdict,
    one_type,
    one_identifier,
    other_type,
    other_identifier,
    line
from {work}.int_written_corrections
