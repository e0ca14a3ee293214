-- One row per group of tables and demand to calculate it from scratch: what
-- runs up to after_run calculated of it counts no more.
create table {store}.resets (
    part varchar(32) not null,
    after_run bigint not null,
    reset_at timestamp not null
)
