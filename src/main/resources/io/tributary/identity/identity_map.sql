-- One row per identifier with the profile that it is in.
insert into {store}.identity_map (
    run, identifier_type, identifier, profile_id, first_seen
)
select
    :run::bigint,
    identifiers.identifier_type,
    identifiers.identifier,
    namers.profile_id,
    identifiers.first_seen
from {work}.int_identifiers as identifiers
inner join {work}.int_labels as labels
    on identifiers.number = labels.number
inner join {work}.int_identifiers as namers
    on labels.profile = namers.number
