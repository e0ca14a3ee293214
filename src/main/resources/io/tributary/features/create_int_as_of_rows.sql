-- One row per row of the table of as-of times, as text.
create table {work}.int_as_of_rows (
    profile_id varchar(65535) encode zstd,
    time_text varchar(65535) encode zstd
)
