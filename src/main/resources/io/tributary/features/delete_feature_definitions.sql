-- What an earlier try of the same run wrote.
delete from {store}.feature_definitions
where run = :run::bigint
