-- The contents say it, and more.
alter table {store}.attribute_profiles
drop column moments
