-- After it the row of this migration cannot be written.
alter table {store}.schema_migrations rename column checksum to fingerprint
