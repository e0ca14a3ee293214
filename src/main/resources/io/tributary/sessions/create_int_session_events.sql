-- One row per event that belongs to a session: a track or a page of somebody.
-- has_agent says whether it names a user agent.
create table {work}.int_session_events (
    event_key bigint not null encode az64,
    owner_key bigint not null encode az64,
    session_number int not null encode az64,
    event_time timestamp not null encode az64,
    is_page int not null encode az64,
    is_cart int not null encode az64,
    is_checkout int not null encode az64,
    has_agent int not null encode az64
)
distkey (owner_key)
sortkey (owner_key, event_time)
