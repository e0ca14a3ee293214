-- One row per profile id that changed, in numbers; event 0 is none.
create table {work}.int_changes (
    kind varchar(16) not null,
    before int not null,
    now int not null,
    event int not null
)
