-- One row per identifier; its profile's id comes from the one that was seen first.
insert into {work}.int_identities (
    number, identifier_key, identifier_type, identifier, first_seen,
    component_key, profile_key, profile_id
)
with namers as (
    select
        number,
        identifier_key,
        'p_' || left(sha2(identifier_type || ':' || identifier, 256), 24)
            as profile_id
    from {work}.int_identifiers
    where number in (select profile from {work}.int_labels)
)

select
    identifiers.number,
    identifiers.identifier_key,
    identifiers.identifier_type,
    identifiers.identifier,
    identifiers.first_seen,
    components.identifier_key as component_key,
    namers.identifier_key as profile_key,
    namers.profile_id
from {work}.int_labels as labels
inner join {work}.int_identifiers as identifiers
    on labels.number = identifiers.number
inner join {work}.int_identifiers as components
    on labels.component = components.number
inner join namers
    on labels.profile = namers.number
