-- Refusals that do not stand any more.
update {store}.identity_quarantine
set to_run = :run::bigint
from {work}.int_lifted_refusals as lifted
where identity_quarantine.to_run is null
    and identity_quarantine.identifier_key = lifted.identifier_key
    and identity_quarantine.event_key = lifted.event_key
