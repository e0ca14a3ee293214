-- One row per correction, as the operator wrote it.
create table {work}.int_written_corrections (
    verdict varchar(16) not null,
    one_type varchar(64) not null,
    one_identifier varchar(65535) not null,
    other_type varchar(64) not null,
    other_identifier varchar(65535) not null,
    line int not null
)
