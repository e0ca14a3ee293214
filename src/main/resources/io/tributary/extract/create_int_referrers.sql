-- One row per row of the source, typed; a row with a reason is refused.
create table {work}.int_referrers (
    host varchar(1024),
    medium varchar(256),
    source varchar(256),
    reason varchar(256),
    document varchar(16384)
)
