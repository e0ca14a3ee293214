-- One row per session: when it was, how much was in it, which pages were its
-- first and its last, and which event was the first with a user agent.
create table {work}.int_session_bounds (
    owner_key bigint not null encode az64,
    session_number int not null encode az64,
    started_at timestamp not null encode az64,
    ended_at timestamp not null encode az64,
    events int not null encode az64,
    page_views int not null encode az64,
    first_event_key bigint not null encode az64,
    tied_event_key bigint encode az64,
    first_page_key bigint encode az64,
    last_page_key bigint encode az64,
    first_agent_key bigint encode az64,
    tied_agent_key bigint encode az64,
    has_cart int not null encode az64,
    has_checkout int not null encode az64
)
distkey (owner_key)
