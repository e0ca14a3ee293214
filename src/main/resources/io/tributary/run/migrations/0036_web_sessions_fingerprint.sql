-- What tells a session that is described from what it was before.
alter table {store}.web_sessions
add column fingerprint varchar(32) encode zstd
