-- One row per user agent that was not parsed yet.
create table {work}.int_new_agents (
    user_agent varchar(65535) not null encode zstd
)
