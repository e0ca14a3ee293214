-- The column of an element of an array, and no row.
select ''::varchar as value
where 1 = 0
