-- One row per order with products, and the as-of moments at which it is there.
create table {work}.int_feature_orders (
    id varchar(256) not null encode zstd,
    event_time timestamp not null encode az64,
    products varchar(65535) not null encode zstd,
    product_lines int not null encode az64,
    profile bigint not null encode az64,
    seen int not null encode az64,
    gone int encode az64,
    day int not null encode az64
)
distkey (profile)
