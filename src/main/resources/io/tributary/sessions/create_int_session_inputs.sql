-- One row per session of the run, by its owner and its number in time, with all
-- that is known of it as it was staged. The key of the owner is that of a
-- profile, or negative where only an anonymous_id is known; then there is no
-- profile. The fingerprint is of what web_sessions does not show as it is here,
-- and of the rules by which it is read.
create table {work}.int_session_inputs (
    owner_key bigint not null encode az64,
    session_number int not null encode az64,
    session_id varchar(32) not null encode zstd,
    profile_id varchar(256) encode zstd,
    anonymous_id varchar(65535) encode zstd,
    started_at timestamp not null encode az64,
    ended_at timestamp not null encode az64,
    events int not null encode az64,
    page_views int not null encode az64,
    page_url varchar(65535) encode zstd,
    page_path varchar(65535) encode zstd,
    referrer varchar(65535) encode zstd,
    campaign_source varchar(65535) encode zstd,
    campaign_medium varchar(65535) encode zstd,
    campaign_name varchar(65535) encode zstd,
    campaign_term varchar(65535) encode zstd,
    campaign_content varchar(65535) encode zstd,
    last_page_url varchar(65535) encode zstd,
    last_page_path varchar(65535) encode zstd,
    user_agent varchar(65535) encode zstd,
    country varchar(65535) encode zstd,
    has_cart int not null encode az64,
    has_checkout int not null encode az64,
    fingerprint varchar(32) not null encode zstd
)
distkey (session_id)
sortkey (owner_key, started_at)
