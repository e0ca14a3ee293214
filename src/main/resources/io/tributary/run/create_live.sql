-- One row in all: the run whose rows the published views show.
create table if not exists {store}.live (
    run bigint not null,
    published_at timestamp not null
)
