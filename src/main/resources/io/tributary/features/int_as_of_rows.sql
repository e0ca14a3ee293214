-- The table as it is at the moment at which all sources are read.
insert into {work}.int_as_of_rows (profile_id, time_text)
select
    {profile_id}::varchar as profile_id,
    {time}::varchar as time_text
from {table}
