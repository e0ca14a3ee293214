-- One row per id that stands more than once in a source.
create table {work}.{copies} (
    {id} varchar(256),
    copies bigint,
    is_equal int
)
