-- One row per name that a utm_source may have and that is known.
create table {work}.int_referrer_names (
    name varchar(1024) not null encode zstd,
    medium varchar(256) not null encode zstd
)
distkey (name)
