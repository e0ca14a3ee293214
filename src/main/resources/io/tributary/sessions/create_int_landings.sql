-- One row per session with a page: what its first page says.
create table {work}.int_landings (
    owner_key bigint not null encode az64,
    session_number int not null encode az64,
    page_url varchar(65535) encode zstd,
    page_host varchar(65535) encode zstd,
    page_path varchar(65535) encode zstd,
    utm_source varchar(65535) encode zstd,
    utm_medium varchar(65535) encode zstd,
    utm_campaign varchar(65535) encode zstd,
    utm_term varchar(65535) encode zstd,
    utm_content varchar(65535) encode zstd,
    gclid varchar(65535) encode zstd,
    fbclid varchar(65535) encode zstd,
    msclkid varchar(65535) encode zstd,
    referrer varchar(65535) encode zstd,
    referrer_host varchar(65535) encode zstd,
    referrer_place varchar(65535) encode zstd,
    is_internal int not null encode az64,
    user_agent varchar(65535) encode zstd,
    country varchar(65535) encode zstd
)
distkey (owner_key)
