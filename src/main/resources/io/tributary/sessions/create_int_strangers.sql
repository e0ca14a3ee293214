-- One row per anonymous_id of which an event is of no profile.
create table {work}.int_strangers (
    stranger_key bigint not null encode az64,
    anonymous_id varchar(65535) not null encode zstd
)
distkey (anonymous_id)
