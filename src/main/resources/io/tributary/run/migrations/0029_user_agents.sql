-- One row per user agent that was parsed, and what the parser of that version
-- made of it.
create table {store}.user_agents (
    user_agent varchar(65535) not null encode zstd,
    parser varchar(64) not null encode zstd,
    device varchar(256) encode zstd,
    browser varchar(256) encode zstd,
    operating_system varchar(256) encode zstd
)
distkey (user_agent)
