-- What all of the profile is in its events, as the sum of a hash of each; null
-- where an earlier version of the program calculated it.
alter table {store}.attribute_profiles
add column contents decimal(38, 0) encode az64
