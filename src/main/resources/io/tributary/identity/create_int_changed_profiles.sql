-- One row per profile that this run changed: it has other identifiers, or events
-- that are new or gone. is_gone says that there is no such profile any more.
create table {work}.int_changed_profiles (
    profile_id varchar(32) not null encode zstd,
    is_gone int not null encode az64
)
distkey (profile_id)
