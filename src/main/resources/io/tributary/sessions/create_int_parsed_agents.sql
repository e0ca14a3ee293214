-- One row per user agent that the function parsed.
create table {work}.int_parsed_agents (
    user_agent varchar(65535) encode zstd,
    parser varchar(64) encode zstd,
    device varchar(256) encode zstd,
    browser varchar(256) encode zstd,
    operating_system varchar(256) encode zstd
)
