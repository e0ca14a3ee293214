-- One row per order, and the as-of moments at which it is there.
create table {work}.{orders} (
    id varchar(256) not null encode zstd,
    source_id varchar(256) encode zstd,
    type varchar(256) not null encode zstd,
    version varchar(256) encode zstd,
    event_time timestamp not null encode az64,
    payload varchar(65535) encode zstd,
    products varchar(65535) encode zstd,
    product_lines int encode az64,
    profile bigint not null encode az64,
    seen int not null encode az64,
    gone int encode az64,
    day int not null encode az64
)
distkey (profile)
