-- Before the first publish run 0 is live, which has no rows.
insert into {store}.live (run, published_at)
select
    0,
    getdate()
where not exists (select 1 from {store}.live)
