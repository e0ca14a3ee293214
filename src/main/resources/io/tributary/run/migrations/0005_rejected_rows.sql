-- One row per refused row or batch, with where it came from and what it held.
create table {published}.rejected_rows (
    run_id bigint not null,
    stage varchar(32) not null,
    source varchar(256) not null,
    reason varchar(1024) not null,
    document varchar(16384)
)
