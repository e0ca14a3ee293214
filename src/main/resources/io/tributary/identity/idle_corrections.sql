-- One row per correction without effect: no event carries one of its two
-- identifiers, or a block list keeps it out.
with identities as (
    select
        identifier_type,
        identifier
    from {store}.identity_map
    where {identities}
)

select written.line
from {work}.int_written_corrections as written
left join identities as one
    on written.one_type = one.identifier_type
    and written.one_identifier = one.identifier
left join identities as other
    on written.other_type = other.identifier_type
    and written.other_identifier = other.identifier
where one.identifier is null
    or other.identifier is null
order by written.line
