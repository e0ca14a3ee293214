-- One row per session in whose time its owner put something into a cart or went
-- through a checkout.
create table {work}.int_session_marks (
    owner_key bigint not null encode az64,
    session_number int not null encode az64,
    has_cart int not null encode az64,
    has_checkout int not null encode az64
)
distkey (owner_key)
