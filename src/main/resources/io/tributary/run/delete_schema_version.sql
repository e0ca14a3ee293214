-- The fingerprint is written anew with the schema.
delete from {store}.schema_version
