-- One row in all: the run whose rows the published views show.
create table {store}.live (
    run bigint not null,
    published_at timestamp not null
)
