-- One row per referrer of a session that is to be described: its host, and what
-- is known of it.
create table {work}.int_referrer_places (
    referrer varchar(65535) not null encode zstd,
    host varchar(65535) encode zstd,
    site varchar(65535) encode zstd,
    medium varchar(256) encode zstd,
    source varchar(256) encode zstd
)
distkey (referrer)
