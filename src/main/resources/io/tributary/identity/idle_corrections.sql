-- One row per correction without effect: no event carries one of its two
-- identifiers, or a block list keeps it out.
select written.line
from {work}.int_written_corrections as written
left join {work}.int_identifiers as one
    on written.one_type = one.identifier_type
    and written.one_identifier = one.identifier
left join {work}.int_identifiers as other
    on written.other_type = other.identifier_type
    and written.other_identifier = other.identifier
where one.number is null
    or other.number is null
order by written.line
