-- One row per session of the run, by its owner and its number in time. The key
-- of the owner is that of a profile, or negative where only an anonymous_id is
-- known; then there is no profile.
create table {work}.int_web_sessions (
    owner_key bigint not null encode az64,
    session_number int not null encode az64,
    session_id varchar(32) not null encode zstd,
    profile_id varchar(256) encode zstd,
    anonymous_id varchar(65535) encode zstd,
    started_at timestamp not null encode az64,
    ended_at timestamp not null encode az64,
    duration_seconds bigint not null encode az64,
    events int not null encode az64,
    page_views int not null encode az64,
    first_page_url varchar(65535) encode zstd,
    first_page_host varchar(65535) encode zstd,
    first_page_path varchar(65535) encode zstd,
    last_page_url varchar(65535) encode zstd,
    last_page_host varchar(65535) encode zstd,
    last_page_path varchar(65535) encode zstd,
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
    referrer_medium varchar(256) encode zstd,
    referrer_source varchar(256) encode zstd,
    device varchar(256) encode zstd,
    browser varchar(256) encode zstd,
    operating_system varchar(256) encode zstd,
    country varchar(65535) encode zstd,
    channel varchar(256) encode zstd,
    is_new int not null encode az64,
    has_cart int not null encode az64,
    has_checkout int not null encode az64
)
distkey (owner_key)
sortkey (owner_key, started_at)
