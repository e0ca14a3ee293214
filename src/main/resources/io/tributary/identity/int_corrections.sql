-- One row per correction of which both identifiers take part; one that no event
-- carries, or that is blocked, has no number.
insert into {work}.int_corrections (verdict, one, other)
select
    case written.verdict when 'same' then 1 else 2 end as verdict,
    one.number as one,
    other.number as other
from {work}.int_written_corrections as written
inner join {work}.int_identifiers as one
    on written.one_type = one.identifier_type
    and written.one_identifier = one.identifier
inner join {work}.int_identifiers as other
    on written.other_type = other.identifier_type
    and written.other_identifier = other.identifier
