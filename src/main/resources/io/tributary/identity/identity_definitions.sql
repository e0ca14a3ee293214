-- The rules by which this run stitches, where they are others than before.
insert into {store}.identity_definitions (run, run_id, definition)
select
    :run::bigint,
    :run::bigint,
    {definition}
