-- The run that began from what was live when this one was not.
alter table {store}.runs add column superseded_by bigint
