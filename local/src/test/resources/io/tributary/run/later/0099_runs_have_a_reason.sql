-- Why the run was begun.
alter table {store}.runs add column reason varchar(64)
