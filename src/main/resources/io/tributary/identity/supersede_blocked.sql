-- Blocked values that another event stands for now, or none.
update {store}.identity_quarantine
set to_run = :run::bigint
from {work}.int_superseded_blocked as superseded
where identity_quarantine.to_run is null
    and identity_quarantine.reason = 'blocked'
    and identity_quarantine.identifier_type = superseded.identifier_type
    and identity_quarantine.identifier = superseded.identifier
