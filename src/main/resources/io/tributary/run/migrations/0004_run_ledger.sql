-- One row per run and stage, of failed runs too.
create table {published}.run_ledger (
    run_id bigint not null,
    stage varchar(32) not null,
    started_at timestamp not null,
    ended_at timestamp,
    rows_in bigint,
    rows_out bigint,
    rows_rejected bigint,
    status varchar(16) not null,
    note varchar(4096)
)
