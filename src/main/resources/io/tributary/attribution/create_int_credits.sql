-- One row per journey session with every model's credit; is_answered says
-- whether the service answered for the journey.
create table {work}.int_credits (
    conversion_id varchar(256) encode zstd,
    session_id varchar(256) encode zstd,
    is_answered int encode az64,
    initializer float8,
    holder float8,
    closer float8,
    ihc decimal(10, 9) encode az64,
    first_touch decimal(10, 9) encode az64,
    last_touch decimal(10, 9) encode az64,
    last_non_direct decimal(10, 9) encode az64,
    linear decimal(10, 9) encode az64,
    time_decay decimal(10, 9) encode az64,
    position_based decimal(10, 9) encode az64
)
distkey (conversion_id)
