-- One row per table of wide rows: there is one for each set of columns.
select distinct table_name
from information_schema.columns
where table_schema = :store
    and table_name like 'profile!_attributes!_wide!_!_%' escape '!'
order by table_name
