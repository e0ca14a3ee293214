-- One row per conversion_id that stands more than once.
create table {work}.int_conversion_copies (
    conversion_id varchar(256),
    copies bigint,
    is_equal int
)
