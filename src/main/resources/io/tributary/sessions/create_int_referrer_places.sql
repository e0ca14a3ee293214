-- One row per host and folder that a session came from and that is known.
create table {work}.int_referrer_places (
    referrer_place varchar(65535) not null encode zstd,
    medium varchar(256) not null encode zstd,
    source varchar(256) not null encode zstd
)
distkey (referrer_place)
