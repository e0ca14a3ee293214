-- The fingerprint of the schema that this batch made.
insert into {store}.schema_version (version)
select :version
