-- The staged rows, with the profile in place of the source's own user.
create table {work}.{profiled} (like {work}.{staged})
