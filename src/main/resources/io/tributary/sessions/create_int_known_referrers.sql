-- One row per host, or host and folder, that visitors may come from.
create table {work}.int_known_referrers (
    host varchar(1024) not null,
    medium varchar(256) not null,
    source varchar(256) not null
)
distkey (host)
